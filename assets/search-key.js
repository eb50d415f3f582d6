// The key `/` leads to the search field, or to the page that has it.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  const field = document.getElementById("search-field");
  if (field) field.focus();
  else document.querySelector(".search-link")?.click();
});
