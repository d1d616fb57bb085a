// Lists what sticks out of the window sideways, and pairs of things with words or a function whose boxes lie on one another.
const found = [];
const page = document.documentElement;
if (page.scrollWidth > page.clientWidth + 1) found.push(`the page is ${page.scrollWidth} px wide in a window of ${page.clientWidth}`);

const hidden = (el) => {
  for (let up = el; up && up !== document.body; up = up.parentElement) {
    const style = getComputedStyle(up);
    if (style.display === "none" || style.visibility !== "visible" || +style.opacity === 0) return true;
    // Drawn for screen readers only, or apart from the flow on purpose: a bar that stays, an open dialog.
    if (style.clipPath !== "none" || style.clip !== "auto" || ["fixed", "sticky"].includes(style.position)) return true;
    const box = up.getBoundingClientRect();
    if (style.overflow !== "visible" && box.width * box.height < 5) return true;
  }
  return false;
};

const functional = "a[href], button, input:not([type=hidden]), textarea, select, summary";
const own = (el) => [...el.childNodes].some((node) => node.nodeType === 3 && node.data.trim());

const rectsOf = (el) => {
  if (el.matches(functional) && !el.matches("a")) return [el.getBoundingClientRect()];
  // The lines of the words themselves: a block's box is often wider and taller than they are.
  const rects = [];
  for (const node of el.childNodes) {
    if (node.nodeType !== 3 || !node.data.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    rects.push(...range.getClientRects());
  }
  return rects;
};

const things = [...document.body.querySelectorAll("*")]
  .filter((el) => (el.matches(functional) || own(el)) && !el.closest("svg, script, style, noscript, option") && !hidden(el))
  .map((el) => ({ el, rects: rectsOf(el).filter((rect) => rect.width > 1 && rect.height > 1) }))
  .filter((thing) => thing.rects.length);

const called = (el) => `${el.tagName.toLowerCase()}${el.id ? "#" + el.id : ""}.${[...el.classList].join(".")} “${(el.innerText || el.value || "").trim().slice(0, 40)}”`;

for (const { el, rects } of things) {
  // Inside something that scrolls sideways on purpose, sticking out is what it is for.
  let scrolls = false;
  for (let up = el.parentElement; up; up = up.parentElement) scrolls ||= ["auto", "scroll"].includes(getComputedStyle(up).overflowX);
  if (!scrolls && rects.some((rect) => rect.right > page.clientWidth + 1 || rect.left < -1)) found.push(`sticks out: ${called(el)}`);
}

const labels = (a, b) => a.tagName === "LABEL" && (a.control === b || a.contains(b));
for (let i = 0; i < things.length; i += 1) {
  for (let j = i + 1; j < things.length; j += 1) {
    const [a, b] = [things[i], things[j]];
    if (a.el.contains(b.el) || b.el.contains(a.el) || labels(a.el, b.el) || labels(b.el, a.el)) continue;
    const label = a.el.closest("label");
    if (label && label === b.el.closest("label")) continue;
    const on = a.rects.some((p) => b.rects.some((q) =>
      Math.min(p.right, q.right) - Math.max(p.left, q.left) > 3 && Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > 4));
    if (on) found.push(`${called(a.el)} and ${called(b.el)} lie on one another`);
  }
}
return found.slice(0, 30);
