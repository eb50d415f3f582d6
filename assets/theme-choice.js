// Runs before the first paint, so that nothing flashes: the colours that the reader chose, and word that scripts run.
{
  const { dataset } = document.documentElement;
  dataset.js = "";
  try {
    const choice = localStorage.getItem("pumice-theme");
    if (choice === "light" || choice === "dark") dataset.theme = choice;
  } catch {
    // Storage may be forbidden; the system's colours are right then.
  }
}
