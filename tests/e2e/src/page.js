// What the journeys ask of a page, in one place. Roles and names come from the accessibility tree where the browser lets script
// read it (Chromium, with its flag); elsewhere from the small reading below, enough for the native elements that Binôme uses.
const tidy = (text) => (text ?? "").replace(/[\s\u00a0\u202f]+/g, " ").trim();

const seen = (el) => {
  const box = el.getBoundingClientRect();
  const style = getComputedStyle(el);
  return box.width > 0 && box.height > 0 && style.visibility !== "hidden" && !el.closest("[inert], [aria-hidden='true']");
};

const nativeRole = (el) => {
  const type = el.type;
  switch (el.tagName) {
    case "A": return el.hasAttribute("href") ? "link" : "generic";
    case "BUTTON": case "SUMMARY": return "button";
    case "TEXTAREA": return "textbox";
    case "SELECT": return el.multiple || el.size > 1 ? "listbox" : "combobox";
    case "OPTION": return "option";
    case "DIALOG": return "dialog";
    case "H1": case "H2": case "H3": case "H4": case "H5": return "heading";
    case "MAIN": return "main";
    case "NAV": return "navigation";
    case "FIELDSET": return "group";
    case "INPUT":
      if (type === "radio" || type === "checkbox") return type;
      if (type === "number") return "spinbutton";
      if (type === "range") return "slider";
      if (type === "search") return "searchbox";
      if (type === "button" || type === "submit" || type === "file") return "button";
      return "textbox";
    default: return "";
  }
};

const role = (el) => el.getAttribute("role") || nativeRole(el) || el.computedRole || "";

const wordsOf = (el) => [...el.childNodes].map((node) => {
  if (node.nodeType === 3) return node.data;
  if (node.nodeType !== 1 || node.getAttribute("aria-hidden") === "true" || getComputedStyle(node).display === "none") return "";
  const own = node.getAttribute("aria-label");
  const apart = getComputedStyle(node).display.startsWith("inline") ? "" : " ";
  return apart + (own ?? wordsOf(node)) + apart;
}).join("");

const name = (el) => {
  if (typeof el.computedName === "string") return tidy(el.computedName);
  const by = el.getAttribute("aria-labelledby");
  if (by) return tidy(by.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean).map(wordsOf).join(" "));
  if (el.getAttribute("aria-label")) return tidy(el.getAttribute("aria-label"));
  if (el.labels?.length) return tidy([...el.labels].map(wordsOf).join(" "));
  if (el.tagName === "FIELDSET") return tidy(el.querySelector(":scope > legend")?.textContent);
  if (/^(INPUT|TEXTAREA|SELECT|DIALOG|MAIN|NAV)$/.test(el.tagName)) return tidy(el.title || el.placeholder);
  return tidy(wordsOf(el)) || tidy(el.title);
};

const interesting = "a[href], button, summary, input, textarea, select, option, dialog, h1, h2, h3, h4, fieldset, main, nav, [role], [tabindex]";

const matches = (el, query) => {
  if (role(el) !== query.role) return false;
  const own = name(el);
  return query.start ? own.startsWith(tidy(query.name)) : own === tidy(query.name);
};

// A radio button or a tick box is often drawn by its label: what is seen of it may be the label.
const shown = (el) => seen(el) || [...(el.labels ?? [])].some(seen);

const find = (query) => {
  const inside = query.within ? find(query.within)[0] : document;
  if (!inside) return [];
  return [...inside.querySelectorAll(interesting)].filter((el) => matches(el, query) && (el.type === "file" || shown(el)));
};

const describe = (el) => ({
  role: role(el), name: name(el), tag: el.tagName.toLowerCase(), id: el.id,
  value: "value" in el ? String(el.value) : "", checked: el.checked ?? el.getAttribute("aria-checked") === "true",
  invalid: el.getAttribute("aria-invalid") === "true",
});

const deepest = () => document.activeElement ?? document.body ?? document.documentElement;

const tools = {
  find: (query) => find(query),
  count: (query) => find(query).length,
  described: (query) => find(query).map(describe),
  active: () => describe(deepest()),
  isActive: (query) =>
    matches(deepest(), query) && (!query.within || find(query.within).some((outer) => outer.contains(deepest()))),
  activeWithin: (query) => find(query).some((group) => group.contains(deepest())),
  // Where a finger touches: the middle of what is seen, in the middle of the window.
  middle: (query) => {
    const el = find(query)[0];
    if (!el) return null;
    const drawn = seen(el) ? el : [...el.labels].find(seen);
    drawn.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    const box = drawn.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  },
  focus: (query) => { find(query)[0]?.focus(); },
  width: () => window.innerWidth,
  outline: () => [...document.querySelectorAll(interesting)].filter(shown).map((el) => `${role(el)} “${name(el)}”`),
  // What the eye meets: the text that is laid out, with what fields hold.
  text: () => tidy(document.body.innerText),
  title: () => document.title,
  hash: () => location.hash,
  lang: () => document.documentElement.lang,
  resources: () => performance.getEntriesByType("resource").map((entry) => entry.name).concat(location.href),
  go: (hash) => { location.hash = hash; },
};
return tools[arguments[0]](arguments[1]);
