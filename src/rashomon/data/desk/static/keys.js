// One key a decision: the key presses the button that shows it, unless somebody is writing in a field.
document.addEventListener("keydown", (event) => {
  // A key that is held down goes on pressing, on the next page too: only its first press decides.
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const button = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
});
