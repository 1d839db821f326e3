/* The search in the header, and the explore page, to which it leads: what is wanted comes from the form or from the
 * address, the search index says which claims that is, and the table shows them.
 * The index is a folder of scripts (factsite/site/search.py says why); each one hands its data to factsiteSearch. */
(() => {
  "use strict";

  const FIRST_ROWS = 10, MORE_ROWS = 20;
  const PREFIX = 3; // as in factsite/site/search_words.py
  const EXACT = 2, BEGINNING = 1, IN_CLAIM = 2; // what a match is worth

  const offline = location.protocol === "file:"; // where no server adds index.html to a folder's address
  const find = document.querySelector("form[data-find]");
  if (find && offline) find.action = new URL("index.html", find.action);

  const form = document.querySelector("form[data-explore]");
  if (!form) return;
  const folder = new URL(form.dataset.explore, location.href), root = new URL("../../", folder);
  const plurals = new Intl.PluralRules(document.documentElement.lang);
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const table = document.querySelector("[data-explore-list] table tbody");
  const plain = [...table.rows];
  const count = document.querySelector("[data-explore-count]");
  const more = document.querySelector("[data-explore-more]");
  const pager = document.querySelector(".fs-pager");
  const fields = [...form.elements].filter((field) => field.name);

  // Words and buckets, as the index has them

  const digit = (sign) => { // every script has its ten digits in a row
    let code = sign.codePointAt(0), value = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(code -= 1))) value += 1;
    return value % 10;
  };

  const words = (text) =>
    text.normalize("NFKD").toLowerCase()
      .replace(/[\u0300-\u036f\u093c\u200c\u200d\u00ad]/g, "").replace(/\u0901/g, "\u0902")
      .replace(/(?![0-9])\p{Nd}/gu, digit)
      .replace(/[^\p{L}\p{M}\p{N} .,'’،٫٬]/gu, "\n").replace(/[.,'’،٫٬]/g, " ")
      .replace(/(?<![^ \n])(?<![0-9] )[1-9][0-9]{0,2}(?: [0-9]{2,3})*? [0-9]{3}(?![^ \n])/g,
        (number) => number.replaceAll(" ", ""))
      .match(/[^ \n]+/g) ?? [];

  const bucket = (term, buckets) => {
    const letters = term.includes(":") ? [...term] : [...term].slice(0, PREFIX);
    let hash = 0x811c9dc5;
    for (const letter of letters) {
      const code = letter.codePointAt(0);
      for (const byte of [code >> 16, (code >> 8) & 255, code & 255]) hash = Math.imul(hash ^ byte, 0x01000193);
    }
    return (hash >>> 0) % buckets;
  };

  // Files of the index

  const files = new Map(); // name -> { data: a promise, arrived: its resolver }

  const file = (name, key = "") => {
    if (!files.has(name)) {
      const entry = {};
      entry.data = new Promise((arrived, failed) => {
        const loader = document.createElement("script");
        entry.arrived = arrived;
        loader.src = new URL(`${name}.js${key && `?${key}`}`, folder);
        loader.onload = () => loader.remove();
        loader.onerror = () => { files.delete(name); loader.remove(); failed(new Error(`${name} did not load`)); };
        document.head.append(loader);
      });
      files.set(name, entry);
    }
    return files.get(name).data;
  };

  globalThis.factsiteSearch = Object.assign((name, data) => files.get(name)?.arrived(data), { words, bucket });

  // Finding: each term gives the places of claims in a segment, with a score; a claim must be under all of them

  const placesOf = async (term, number, segment) => {
    const terms = await file(`${number}/words-${bucket(term, segment.buckets)}`, segment.key);
    const open = !term.includes(":") && [...term].length >= PREFIX;
    const places = new Map();
    for (const [found, steps] of Object.entries(terms)) {
      if (found !== term && !(open && found.startsWith(term))) continue;
      let posting = 0;
      for (const step of steps) {
        posting += step;
        const score = (found === term ? EXACT : BEGINNING) + (posting & 1 ? IN_CLAIM : 0);
        places.set(posting >> 1, Math.max(score, places.get(posting >> 1) ?? 0));
      }
    }
    return places;
  };

  const findIn = async (terms, number, segment) => {
    const lists = await Promise.all(terms.map((term) => placesOf(term, number, segment)));
    const [shortest] = [...lists].sort((one, other) => one.size - other.size);
    return [...shortest.keys()].filter((place) => lists.every((list) => list.has(place)))
      .map((place) => ({ number, place, score: lists.reduce((sum, list) => sum + list.get(place), 0) }));
  };

  const findAll = async (terms) => {
    const { segments } = await file("index");
    const found = await Promise.all(segments.map((segment, number) => findIn(terms, number, segment)));
    return found.flat().sort((one, other) =>
      other.score - one.score || other.number - one.number || other.place - one.place);
  };

  const cardOf = async ({ number, place }) => {
    const { segments, cardsInFile } = await file("index");
    const cards = await file(`${number}/cards-${Math.floor(place / cardsInFile)}`, segments[number].key);
    return cards[place % cardsInFile];
  };

  // Showing

  const element = (name, attributes, ...children) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.append(...children);
    return made;
  };

  const badge = (verdict, { choices }) => {
    const [, label] = choices.verdict.find(([value]) => value === verdict);
    const word = element("span", { className: "fs-badge", textContent: label });
    return element("span", { className: `fs-v-${verdict}` }, word);
  };

  const row = (card, index) => {
    const page = `claims/${card.id}/${offline ? "index.html" : ""}`;
    const link = element("a", { href: new URL(page, root), textContent: card.claim });
    if (card.lang) Object.assign(link, { lang: card.lang, dir: "auto" });
    return element("tr", {},
      element("td", {}, link, card.withdrawn ? ` ${index.says.withdrawn}` : ""),
      element("td", {}, badge(card.verdict, index)),
      element("td", {}, element("bdi", { textContent: card.claimant })),
      element("td", { textContent: card.claimed ?? "" }));
  };

  const restore = () => {
    table.replaceChildren(...plain);
    if (pager) pager.hidden = false;
    more.hidden = true;
    count.textContent = "";
  };

  let latest = 0; // only the newest question may write to the page

  const show = async (question, found, from, rows) => {
    const cards = await Promise.all(found.slice(from, from + rows).map(cardOf));
    const index = await file("index");
    if (question !== latest) return;
    const made = cards.map((card) => row(card, index));
    if (from) table.append(...made); else table.replaceChildren(...made);
    if (pager) pager.hidden = true;
    more.hidden = from + rows >= found.length;
    more.onclick = () => show(question, found, from + rows, MORE_ROWS)
      .then(() => table.rows[from + rows]?.querySelector("a").focus(), () => fail(question));
  };

  const fail = (question) => {
    if (question !== latest) return;
    restore();
    count.textContent = form.dataset.failed;
  };

  const explore = async () => {
    const question = ++latest;
    const searched = words(form.elements.q.value);
    const filters = fields.filter((field) => field.name !== "q" && field.value);
    const terms = [...new Set(searched), ...filters.map((field) => `${field.name}:${field.value}`)];
    if (!terms.length) return restore();
    try {
      const found = await findAll(terms);
      await show(question, found, 0, FIRST_ROWS);
      if (question !== latest) return;
      const { says } = await file("index");
      const told = (says.found[plurals.select(found.length)] ?? says.found.other).replace("{number}", numbers.format(found.length));
      count.textContent = found.length ? told : says.none;
    } catch {
      fail(question);
    }
  };

  // The address: one entry in the history for each filter that is set, cleared or changed, not for each letter

  const asked = () =>
    new URLSearchParams(fields.filter(({ value }) => value.trim()).map(({ name, value }) => [name, value]));

  const remember = () => {
    const before = new URLSearchParams(location.search), now = asked();
    const step = fields.some(({ name }) =>
      name === "q" ? before.has(name) !== now.has(name) : before.get(name) !== now.get(name));
    const address = `${location.pathname}${now.size ? `?${now}` : ""}`;
    history[step ? "pushState" : "replaceState"](null, "", address);
  };

  const optionOf = (field, value) => [...field.options].find((option) => option.value === value);

  const recall = () => {
    const wanted = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = wanted.get(field.name) ?? "";
      if (field.options && !optionOf(field, value)) field.add(new Option(value, value));
      field.value = value;
    }
    return explore();
  };

  const offer = ({ choices }) => {
    for (const field of fields.filter(({ options }) => options)) {
      for (const [value, label, claims] of choices[field.name]) {
        const text = `${label} (${claims})`, known = optionOf(field, value);
        if (known) known.text = text; else field.add(new Option(text, value));
      }
    }
  };

  const changed = () => { remember(); explore(); };

  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => { event.preventDefault(); changed(); });
  form.addEventListener("reset", () => setTimeout(changed));
  addEventListener("popstate", recall);
  form.hidden = false;
  recall();
  file("index").then(offer, () => {});
})();
