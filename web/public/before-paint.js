// Runs before the first paint, so that a chosen appearance never flashes in the other one.
(function () {
  try {
    var root = document.documentElement;
    var appearance = JSON.parse(localStorage.getItem('homeroom.appearance') || '{}');
    if (appearance.theme) root.dataset.theme = appearance.theme;
    if (appearance.textSize) root.dataset.textSize = appearance.textSize;
  } catch {
    // Storage may be switched off: then the system's choice stands.
  }
})();
