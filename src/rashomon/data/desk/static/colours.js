// The page's own colours, for drawings that cannot read a stylesheet.
const style = getComputedStyle(document.documentElement);
export const colour = (name) => style.getPropertyValue(`--${name}`).trim();
// A drawing follows the scheme when it changes.
export const onScheme = (draw) => matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
