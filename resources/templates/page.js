"use strict";
// Pins and pop-ups are copies of what stands in the list: words of people are never in a script.

function walkItem(nr) {
  return document.getElementById("n" + nr);
}

function walkPin(feature, place) {
  var item = walkItem(feature.properties.nr);
  var box = document.createElement("div");
  box.append(item.querySelector(".pin").cloneNode(true), item.querySelector(".nr").cloneNode(true));
  var icon = L.divIcon({ className: "walk-pin", html: box, iconSize: [28, 28] });
  var marker = L.marker(place, { icon: icon, riseOnHover: true });
  marker.bindPopup(function () { return walkPopup(item); }, { maxWidth: 340, minWidth: 240 });
  return marker;
}

function walkPopup(item) {
  var box = document.createElement("div");
  item.querySelectorAll("h3, .meta, dl").forEach(function (part) {
    box.append(part.cloneNode(true));
  });
  var button = box.querySelector("button.nr");
  if (button) {
    var plain = document.createElement("span");
    plain.className = "nr";
    plain.textContent = button.textContent;
    button.replaceWith(plain);
  }
  return box;
}

function walkStop(feature, place) {
  var icon = L.divIcon({
    className: "walk-stop", html: String(feature.properties.nr), iconSize: [28, 22], iconAnchor: [-8, 30],
  });
  return L.marker(place, { icon: icon, interactive: false, keyboard: false, zIndexOffset: -1000 });
}

function walkPage(map, notes, box) {
  var words = document.querySelector("section.map").dataset;
  map.attributionControl.setPrefix(false);
  map.options.zoomSnap = 0.1;
  map.options.zoomDelta = 0.5;
  L.control.zoom({ zoomInTitle: words.in, zoomOutTitle: words.out }).addTo(map);
  if (box) { walkFit(map, box); }
  notes.eachLayer(function (marker) { walkJoin(map, marker, words); });
  walkNumbers(map, notes);
  walkPaper(map);
  map.on("zoomend resize", function () { walkNumbers(map, notes); walkPaper(map); });
}

// The whole walk is in view, also after the window got another size, until somebody moves the map.
function walkFit(map, box) {
  var fit = function () {
    map.setMinZoom(0);
    map.fitBounds(box, { animate: false });
    map.setMinZoom(map.getZoom() - 0.5);
  };
  fit();
  map.setMaxBounds(L.latLngBounds(box).pad(0.5));
  map.on("resize", fit);
  ["mousedown", "wheel", "keydown", "touchstart"].forEach(function (act) {
    map.getContainer().addEventListener(act, function () { map.off("resize", fit); }, { passive: true });
  });
}

// On paper the map has the size that it has on screen, made smaller as a whole: 680 px is 180 mm.
function walkPaper(map) {
  var size = map.getSize();
  var style = map.getContainer().style;
  style.setProperty("--width", size.x + "px");
  style.setProperty("--height", size.y + "px");
  style.setProperty("--zoom", String(Math.min(1, 680 / size.x)));
}

// Paper cannot be unfolded.
window.addEventListener("beforeprint", function () {
  document.querySelectorAll("details").forEach(function (folded) { folded.open = true; });
});

// A number stands right of its pin, or on the first other side where nothing else is.
function walkNumbers(map, notes) {
  var taken = [];
  var markers = [];
  map.eachLayer(function (layer) {
    if (!(layer instanceof L.Marker)) { return; }
    var at = map.latLngToContainerPoint(layer.getLatLng());
    var stop = layer.getElement().classList.contains("walk-stop");
    taken.push(stop ? [at.x + 8, at.y - 30, at.x + 36, at.y - 8] : [at.x - 12, at.y - 12, at.x + 12, at.y + 12]);
    if (notes.hasLayer(layer)) { markers.push([layer, at]); }
  });
  markers.forEach(function (pair) {
    var element = pair[0].getElement();
    var at = pair[1];
    var half = element.querySelector(".nr").offsetWidth / 2;
    var sides = {
      right: [at.x + 14, at.y - 8, at.x + 14 + 2 * half, at.y + 8],
      left: [at.x - 14 - 2 * half, at.y - 8, at.x - 14, at.y + 8],
      below: [at.x - half, at.y + 13, at.x + half, at.y + 28],
      above: [at.x - half, at.y - 28, at.x + half, at.y - 13],
    };
    var side = Object.keys(sides).find(function (name) {
      return !taken.some(function (other) { return walkMeets(sides[name], other); });
    }) || "right";
    taken.push(sides[side]);
    element.dataset.side = side;
  });
}

function walkMeets(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function walkJoin(map, marker, words) {
  var nr = marker.feature.properties.nr;
  var item = walkItem(nr);
  var open = function () { marker.openPopup(); };
  var plate = item.querySelector(".nr");
  var button = document.createElement("button");
  button.type = "button";
  button.className = "nr";
  button.textContent = plate.textContent;
  button.setAttribute("aria-label", words.show.replace("{nr}", String(nr)));
  plate.replaceWith(button);
  item.classList.add("on-map");
  item.addEventListener("click", open);
  marker.getElement().setAttribute("aria-label", item.querySelector("h3").textContent.trim());
  marker.on("popupopen", function (event) {
    item.classList.add("chosen");
    marker.getElement().classList.add("chosen");
    item.scrollIntoView({ block: "nearest" });
    var close = event.popup.getElement().querySelector(".leaflet-popup-close-button");
    close.setAttribute("aria-label", words.close);
  });
  marker.on("popupclose", function () {
    item.classList.remove("chosen");
    marker.getElement().classList.remove("chosen");
  });
}
