// Pages read well without this file; it draws the charts from their tables, asks before what cannot be undone, copies, and searches while typing.
(() => {
  "use strict";

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function draw(figure) {
    const table = figure.querySelector("table");
    const canvas = document.createElement("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", table.caption.textContent.trim() + "; the figures stand in the table below");
    const rows = [...table.tBodies[0].rows];
    const values = rows.map(row => Number(row.cells[1].dataset.value));
    figure.querySelector(".chart").replaceChildren(canvas);
    const compact = new Intl.NumberFormat("en", { notation: "compact" });
    return new Chart(canvas, {
      type: "bar",
      data: {
        labels: rows.map(row => row.cells[0].textContent.trim().split(" ").slice(1, 3).join(" ")),
        datasets: [{ data: values, backgroundColor: values.map((_, i) => i === 0 ? colour("--hot") : colour("--bar")), borderRadius: 4, maxBarThickness: 38 }]
      },
      options: {
        maintainAspectRatio: false,
        animation: false,
        plugins: { legend: { display: false }, tooltip: { callbacks: { label: item => item.parsed.y.toLocaleString("en") + " " + figure.dataset.currency } } },
        scales: {
          x: { grid: { display: false }, ticks: { color: colour("--ink-2"), maxRotation: 0, autoSkipPadding: 8 }, border: { color: colour("--line") } },
          y: { beginAtZero: true, ticks: { color: colour("--ink-2"), maxTicksLimit: 5, callback: value => compact.format(value) }, grid: { color: colour("--line") }, border: { display: false } }
        }
      }
    });
  }

  let charts = [];
  function drawAll() {
    if (!window.Chart) return;
    charts.forEach(chart => chart.destroy());
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    charts = [...document.querySelectorAll("figure[data-currency]")].map(draw);
  }

  document.addEventListener("submit", event => {
    const question = event.target.dataset.confirm;
    if (question && !window.confirm(question)) event.preventDefault();
  });
  document.addEventListener("click", event => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    document.querySelector(button.dataset.copy).select();
    // The old command: browsers keep the new clipboard to themselves where a page came without https.
    button.textContent = document.execCommand("copy") ? "Copied" : "Press Ctrl+C";
  });
  document.addEventListener("change", event => {
    if (event.target.matches("[data-submit]")) event.target.form.requestSubmit();
  });
  // A filled last row brings another one.
  document.addEventListener("change", event => {
    const row = event.target.closest("table.typed tbody tr:last-child");
    if (!row || !event.target.value) return;
    const next = row.cloneNode(true);
    const number = row.parentElement.rows.length + 1;
    next.querySelectorAll("input, select").forEach(field => {
      field.value = "";
      field.setAttribute("aria-label", field.getAttribute("aria-label").replace(/row \d+$/, "row " + number));
    });
    row.after(next);
  });
  // The day of a scenario: the slider and the date field say the same.
  document.addEventListener("input", event => {
    const slider = event.target;
    if (!slider.matches("[data-first-day]")) return;
    const day = new Date(slider.dataset.firstDay + "T00:00:00Z");
    day.setUTCDate(day.getUTCDate() + Number(slider.value));
    const field = document.getElementById(slider.dataset.moves);
    field.value = day.toISOString().slice(0, 10);
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  drawAll();
})();
