// Runs in the preview only: reloads the page when the site was built anew, and shows what is wrong when it was not.
(async () => {
  const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  const show = (problems) => {
    document.querySelector(".live-problems")?.remove();
    if (!problems) return;
    const panel = document.createElement("section");
    panel.className = "live-problems";
    panel.setAttribute("role", "alert");
    const heading = document.createElement("h2");
    heading.textContent = "The site was not built";
    const report = document.createElement("pre");
    report.textContent = problems;
    panel.append(heading, report);
    document.body.append(panel);
  };

  let seen = -1;
  for (;;) {
    try {
      const answer = await fetch(`/_live/state?seen=${seen}`, { cache: "no-store" });
      const { generation, built, problems } = await answer.json();
      if (seen !== -1 && generation !== seen && built) return location.reload();
      if (generation !== seen) show(problems);
      seen = generation;
    } catch {
      await wait(1000);
    }
  }
})();
