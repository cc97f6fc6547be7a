(function () {
  "use strict";
  var exit = document.getElementById("exit"), door = document.getElementById("door"), shifts = [], left = "left";
  function note(value) { try { sessionStorage.setItem(left, value); } catch (refused) { return; } }
  function noted() { try { return sessionStorage.getItem(left) === "1"; } catch (refused) { return false; } }
  function leave() {
    note("1");
    document.title = "\u00a0";
    document.body.hidden = true;
    location.replace(exit.href);
  }
  function cameBack() {
    var entries = performance.getEntriesByType("navigation");
    return entries.length > 0 && entries[0].type === "back_forward";
  }
  if (noted() && cameBack()) { leave(); return; }
  note("0");
  addEventListener("pageshow", function (event) { if (event.persisted && noted()) { leave(); } });
  exit.addEventListener("click", function (event) { event.preventDefault(); leave(); });
  addEventListener("keydown", function (event) {
    if (event.key !== "Shift") { shifts = []; return; }
    shifts = shifts.concat(event.timeStamp).slice(-3);
    if (!event.repeat && shifts.length === 3 && shifts[2] - shifts[0] < 1500) { leave(); }
  });
  if (door && location.hash.length > 1) {
    door.elements.key.value = location.hash.slice(1);
    history.replaceState(null, "", location.pathname);
    door.submit();
    return;
  }
  var summary = document.getElementById("summary");
  if (summary) { summary.focus(); }
})();
