// Incidents on outlines of countries; everything comes from this machine.
const place = document.getElementById("map"), panel = document.getElementById("panel");
if (!globalThis.d3 || !globalThis.topojson) { place.textContent = "The drawing needs a library that was not installed (npm was missing at set-up). What it would show stands below."; throw new Error("d3 is not installed"); }
const [world, points] = await Promise.all([fetch("/vendor/countries-110m.json").then((r) => r.json()), fetch("/map.json").then((r) => r.json())]);
const width = place.clientWidth, height = place.clientHeight;
const svg = d3.select(place).append("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("aria-hidden", "true");
const projection = d3.geoMercator();
const land = topojson.feature(world, world.objects.countries);
const cloud = { type: "MultiPoint", coordinates: points.map((p) => p.at) };
if (points.length) {
  projection.fitExtent([[90, 70], [width - 90, height - 70]], points.length > 1 ? cloud : { type: "MultiPoint", coordinates: [[points[0].at[0] - 8, points[0].at[1] - 5], [points[0].at[0] + 8, points[0].at[1] + 5]] });
  const largest = Math.min(width, height) * 6;
  if (projection.scale() > largest) { projection.scale(largest).center([0, 0]).translate([0, 0]); const middle = projection(d3.geoCentroid(cloud)); projection.translate([width / 2 - middle[0], height / 2 - middle[1]]); }
} else projection.fitSize([width, height], land);
const path = d3.geoPath(projection);
const ground = svg.append("g");
ground.selectAll("path").data(land.features).join("path").attr("class", "land").attr("d", path);
const over = svg.append("g");
const spots = over.selectAll("g").data(points).join("g");
spots.append("circle").attr("class", "reach").attr("r", (p) => 14 + 3 * Math.sqrt(p.count));
spots.append("circle").attr("class", "point").attr("r", (p) => 4 + 2 * Math.sqrt(p.count)).attr("tabindex", -1)
  .on("click", (event, p) => show(p)).append("title").text((p) => `${p.count} at ${p.precision}`);
spots.filter((p, n) => n < 40).append("text").attr("class", "map-label").attr("x", (p) => 9 + 2 * Math.sqrt(p.count)).attr("y", 4)
  .text((p) => p.precision.replace("the settlement or region ", "").replace(", not the spot", ""));
let at = d3.zoomIdentity;
const put = () => {
  ground.attr("transform", at.toString());
  spots.attr("transform", (p) => { const [x, y] = at.apply(projection(p.at)); return `translate(${x},${y})`; });
};
put();
const zoom = d3.zoom().scaleExtent([0.2, 40]).on("zoom", (event) => { at = event.transform; put(); });
svg.call(zoom);
document.getElementById("closer").addEventListener("click", () => svg.call(zoom.scaleBy, 1.6));
document.getElementById("farther").addEventListener("click", () => svg.call(zoom.scaleBy, 1 / 1.6));
document.getElementById("whole").addEventListener("click", () => svg.call(zoom.transform, d3.zoomIdentity));
function show(spot) {
  panel.textContent = "";
  const head = document.createElement("p");
  head.textContent = spot.precision;
  const list = document.createElement("ul");
  list.className = "plain";
  for (const incident of spot.incidents) {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = incident.href;
    link.textContent = incident.title;
    link.dir = "auto";
    item.append(link);
    list.append(item);
  }
  panel.append(head, list);
  if (spot.count > spot.incidents.length) panel.append(`and ${spot.count - spot.incidents.length} more`);
}
place.dataset.ready = "yes";
