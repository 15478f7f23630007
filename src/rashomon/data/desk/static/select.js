// Words selected in a report go into the form for a claim that the machine missed, with their place in code points.
const report = document.getElementById("report"), words = document.getElementById("add-words"), start = document.getElementById("add-start");
const place = (node, offset) => {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const holder = element?.closest("[data-start]");
  if (!holder || !report.contains(holder) || node.nodeType !== Node.TEXT_NODE) return null;
  return Number(holder.dataset.start) + Array.from(node.data.slice(0, offset)).length;
};
const take = () => {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const from = place(range.startContainer, range.startOffset);
  if (from === null) return;
  const taken = selection.toString();
  const trimmed = taken.trim();
  if (!trimmed) return;
  start.value = from + Array.from(taken.slice(0, taken.indexOf(trimmed))).length;
  words.value = trimmed;
};
document.addEventListener("mouseup", take);
document.addEventListener("keyup", (event) => { if (event.shiftKey || event.key === "Shift") take(); });
