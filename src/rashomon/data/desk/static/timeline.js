// The timeline asks for what lies in the window it shows: single things when they are few, counts when they are many.
const place = document.getElementById("timeline"), chosen = document.getElementById("chosen");
if (!globalThis.vis) { place.textContent = "The drawing needs a library that was not installed (npm was missing at set-up). What it would show stands below."; throw new Error("vis-timeline is not installed"); }
const filters = new URLSearchParams(location.search);
filters.delete("page");
const day = (date) => `${String(date.getFullYear()).padStart(4, "0")}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
const ask = async (from, to) => {
  const query = new URLSearchParams(filters);
  if (from) { query.set("from", from); query.set("to", to); }
  return (await fetch(`/timeline.json?${query}`)).json();
};
const drawn = (item) => ({ id: item.id, group: item.group, start: item.start, end: item.end ?? undefined, type: item.end ? "range" : "point", className: item.css, words: item.words, told: item.title, href: item.href, zoom: item.zoom });
const first = await ask();
const items = new vis.DataSet(first.items.map(drawn));
const groups = new vis.DataSet(first.lanes);
let shown = {};
if (first.first) {
  const from = new Date(first.first), to = new Date(first.last), pad = Math.max((to - from) * 0.04, 864e5 * 5);
  shown = { start: new Date(from - pad), end: new Date(+to + pad + (to - from) * 0.3) };
}
const timeline = new vis.Timeline(place, items, groups, {
  template: (item, element) => {
    const words = document.createElement("span");
    words.dir = "auto";
    words.textContent = (item.words ?? "").slice(0, 60);
    if (element) element.title = item.told;
    return words;
  },
  groupTemplate: (group) => { const name = document.createElement("span"); name.textContent = group.content; return name; },
  stack: true, orientation: { axis: "top", item: "top" }, maxHeight: 620, verticalScroll: true, zoomKey: "ctrlKey", horizontalScroll: true, showCurrentTime: false,
  zoomMin: 36e5 * 24, margin: { item: { horizontal: 0, vertical: 4 } }, tooltip: { followMouse: false }, selectable: true, ...shown,
  onInitialDrawComplete: () => { place.dataset.ready = "yes"; },
});
let waiting = 0, latest = 0;
timeline.on("rangechanged", (event) => {
  if (!event.byUser) return;
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    const mine = ++latest;
    const now = await ask(day(event.start), day(event.end));
    if (mine !== latest) return;
    const rows = now.items.map(drawn), keep = new Set(rows.map((r) => r.id));
    items.remove(items.getIds().filter((id) => !keep.has(id)));
    items.update(rows);
  }, 150);
});
timeline.on("select", (event) => {
  const item = items.get(event.items[0]);
  chosen.textContent = "";
  if (!item) return;
  if (item.zoom) {
    timeline.setWindow(item.zoom[0], item.zoom[1], { animation: false });
    ask(...item.zoom).then((now) => { items.clear(); items.add(now.items.map(drawn)); });
    return;
  }
  const link = document.createElement("a");
  link.href = item.href;
  link.textContent = item.told;
  link.dir = "auto";
  chosen.append(link);
});
for (const panel of place.querySelectorAll(".vis-panel.vis-left, .vis-panel.vis-center")) panel.tabIndex = 0;
