// Nodes and edges from the server; what an edge rests on opens beside the drawing.
import { colour, onScheme } from "./colours.js";
const place = document.getElementById("network"), panel = document.getElementById("panel");
if (!globalThis.cytoscape) { place.textContent = "The drawing needs a library that was not installed (npm was missing at set-up). What it would show stands below."; throw new Error("cytoscape is not installed"); }
const short = (name) => (name.length > 64 ? `${name.slice(0, 62)}…` : name);
const lineage = place.dataset.source === "/lineage.json";
const style = () => [
  { selector: "node", style: { label: "data(label)", color: colour("ink"), "font-size": 15, "text-wrap": "wrap", "text-max-width": 130, "text-valign": "bottom", "text-margin-y": 4, "background-color": colour("strong"), width: 18, height: 18, "text-background-color": colour("sheet"), "text-background-opacity": 0.85, "text-background-padding": 1 } },
  { selector: "node[type = 'organization'], node[type = 'report']", style: { shape: "round-rectangle" } },
  { selector: "node[type = 'unknown'], node[type = 'cited']", style: { "background-color": colour("sheet"), "border-width": 2, "border-color": colour("quiet"), "border-style": "dashed" } },
  { selector: "edge", style: { "curve-style": "bezier", "line-color": colour("update"), width: "data(width)", label: "data(label)", "font-size": 12, color: colour("ink"), "text-rotation": "autorotate", "text-background-color": colour("sheet"), "text-background-opacity": 0.9, "text-background-padding": 2 } },
  { selector: "edge[kind = 'meeting'], edge[kind = 'talks'], edge[kind = 'visit']", style: { "line-color": colour("scope") } },
  { selector: "edge[kind = 'cites']", style: { "target-arrow-shape": "triangle", "target-arrow-color": colour("tie"), "line-color": colour("tie") } },
  { selector: "edge[aside = 1]", style: { "line-style": "dashed", "line-color": colour("quiet") } },
  { selector: "edge[accepted = 0][aside = 0]", style: { "line-style": "dotted" } },
  { selector: ":selected", style: { "line-color": colour("focus"), "border-color": colour("focus"), "border-width": 3 } },
];
const said = (edge) => `${edge.kind}, says ${short(edge.says)}${edge.accepted ? "" : " (not accepted)"}`;
const answer = await fetch(place.dataset.source + location.search);
const drawing = await answer.json();
const ring = (n, of) => ({ x: 300 * Math.cos((2 * Math.PI * n) / of), y: 300 * Math.sin((2 * Math.PI * n) / of) });
const elements = [
  ...drawing.nodes.map((node, n) => ({ data: { ...node, label: short(node.name) }, position: ring(n, drawing.nodes.length) })),
  ...drawing.edges.map((edge, n) => ({ data: { id: `edge${n}`, ...edge, width: 1.5 + Math.min(6, edge.roots || 0) * 1.2, label: edge.kind === "cites" ? `${edge.claims}` : edge.aside ? (drawing.edges.length > 40 ? "" : edge.kind) : said(edge) } })),
];
const many = lineage && drawing.nodes.length > 30;
const layout = many
  ? { name: "concentric", concentric: (node) => node.degree(), levelWidth: () => 3, minNodeSpacing: 26, padding: 24 }
  : lineage
    ? { name: "breadthfirst", directed: true, spacingFactor: 1.1, avoidOverlap: true, padding: 40, nodeDimensionsIncludeLabels: true }
    : { name: "cose", randomize: false, animate: false, nodeRepulsion: () => 200000, idealEdgeLength: () => 80, edgeElasticity: () => 60, numIter: 1800, padding: 40, componentSpacing: 120, nodeDimensionsIncludeLabels: true, nestingFactor: 1, gravity: 0.4 };
const graph = cytoscape({ container: place, elements, style: style(), layout, maxZoom: 1.5, minZoom: 0.05 });
graph.maxZoom(4);
onScheme(() => graph.style(style()));
graph.on("tap", "edge", async (event) => {
  const edge = event.target.data();
  if (lineage) {
    panel.textContent = `${graph.getElementById(edge.source).data("name")} ${edge.kind} ${graph.getElementById(edge.target).data("name")}: ${edge.claims}`;
    return;
  }
  const query = new URLSearchParams({ a: edge.source, b: edge.target, kind: edge.kind });
  htmx.ajax("GET", `/network/tie?${query}`, { target: "#panel", swap: "innerHTML" });
});
graph.on("tap", "node", (event) => {
  const node = event.target.data();
  panel.textContent = "";
  const link = document.createElement(node.href ? "a" : "span");
  if (node.href) link.href = node.href;
  link.textContent = node.name;
  link.dir = "auto";
  panel.append(link);
});
place.dataset.ready = "yes";
place.graph = graph;
