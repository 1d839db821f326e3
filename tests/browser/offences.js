// Lists what the HTML gate forbids and is nevertheless in the document, as this browser has parsed it.
// Prototypes are used throughout, for a form's fields hide its properties.
(home) => {
  const FRAMES = new Set("applet base embed fencedframe frame frameset iframe object plaintext portal style".split(" "));
  const LINKS = new Set(["a", "area"]);
  const FETCHED = new Set("action background data formaction poster src".split(" "));
  const get = (type, name) => (node) => Object.getOwnPropertyDescriptor(type.prototype, name).get.call(node);
  const attributesOf = get(Element, "attributes");
  const nameOf = get(Element, "localName");
  const childrenOf = get(Node, "childNodes");
  const rootOf = get(Element, "shadowRoot");
  const address = (value) => {
    try { return new URL(value, home); } catch { return null; }
  };
  const found = [];
  const look = (element) => {
    const tag = nameOf(element);
    if (FRAMES.has(tag)) found.push(`<${tag}>`);
    for (const { localName: name, value } of attributesOf(element)) {
      const at = `<${tag} ${name}>`;
      if (name.startsWith("on") || name === "style" || name === "srcdoc") found.push(at);
      if (name === "http-equiv" && value.toLowerCase() !== "content-security-policy") found.push(at);
      const url = name === "href" || FETCHED.has(name) ? address(value) : null;
      if (url && !["http:", "https:", "mailto:"].includes(url.protocol)) found.push(at);
      if (url && FETCHED.has(name) && url.origin !== new URL(home).origin) found.push(at);
      if (url && name === "href" && tag !== "link" && !LINKS.has(tag) && url.origin !== new URL(home).origin) found.push(at);
      if (["to", "from", "values"].includes(name) && /javascript|^\s*data:|\/\//i.test(value)) found.push(at);
    }
  };
  const walk = (node) => {
    if (node instanceof Element) {
      look(node);
      const root = rootOf(node);
      if (root) found.push("shadow root");
    }
    const inside = node instanceof HTMLTemplateElement ? [...childrenOf(node.content)] : [];
    for (const child of [...childrenOf(node), ...inside]) walk(child);
  };
  walk(document);
  return found;
}
