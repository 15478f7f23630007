// What is new since this browser last saw the case: ids are kept here, on this machine, and nowhere else.
const KEEP = "rashomon-seen";
const answer = await fetch("/contents.json");
const now = await answer.json();
let before = null;
try { before = JSON.parse(localStorage.getItem(KEEP) || "null"); } catch { before = null; }
// Another case on the same port shares no report with this one: then nothing is "new".
const known = before && now.documents.some((d) => before.documents.includes(d));
if (known) {
  const fresh = (kind) => { const seen = new Set(before[kind]); return now[kind].filter((id) => !seen.has(id)); };
  const documents = fresh("documents"), findings = fresh("findings");
  const place = document.getElementById("new");
  const words = [];
  if (documents.length) words.push([`${documents.length} new report${documents.length === 1 ? "" : "s"}`, documents.length === 1 ? `/documents/${documents[0]}` : "/documents"]);
  if (findings.length) words.push([`${findings.length} new finding${findings.length === 1 ? "" : "s"}`, findings.length === 1 ? `/findings/${findings[0]}` : "/findings"]);
  if (words.length && place) {
    place.append("Since you last looked here: ");
    words.forEach(([text, address], n) => {
      const link = document.createElement("a");
      link.href = address;
      link.textContent = text;
      if (n) place.append(", ");
      place.append(link);
    });
    place.hidden = false;
  }
}
try { localStorage.setItem(KEEP, JSON.stringify(now)); } catch { /* a full store: nothing is remembered */ }
