// Small conveniences; every page says and does all that matters without them.

// From a folder (file:) no server answers an address that ends in a slash with its index.html.
if (location.protocol === "file:") {
  for (const link of document.querySelectorAll("a[href]")) {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }
}

// "link to this excerpt" also puts the address on the clipboard.
for (const link of document.querySelectorAll("a.fs-copy")) {
  link.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(link.href);
      link.textContent = link.dataset.copied;
    } catch {
      // No clipboard here: the address bar shows the link.
    }
  });
}

// In the comparison the arrow keys go from mark to mark, whichever way the columns run.
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
for (const table of document.querySelectorAll(".fs-matrix")) {
  table.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const cell = event.target.closest("td, th");
    if (!step || !cell) return;
    const [down, right] = step;
    const along = getComputedStyle(table).direction === "rtl" ? -right : right;
    const next = nextLink(table, cell.parentElement.rowIndex, cell.cellIndex, [down, along]);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

function nextLink(table, row, column, [down, along]) {
  for (;;) {
    row += down;
    column += along;
    const cell = table.rows[row]?.cells[column];
    if (along ? !cell : !table.rows[row]) return null;
    const link = cell?.querySelector("a");
    if (link) return link;
  }
}
