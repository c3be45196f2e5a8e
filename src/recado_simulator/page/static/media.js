// How does a phone show a picture, a voice note, a document, a place?

import { el, icon, iconButton } from "./dom.js";
import { seconds, size } from "./format.js";

const BARS = 30;

export function mediaNode(message, onplay) {
  if (message.location) return place();
  const media = message.media;
  if (!media?.id) return null;
  const src = `/control/media/${media.id}`;
  const kind = message.type === "interactive" || message.type === "template" ? media.mime_type.split("/")[0] : message.type;
  if (kind === "image" || kind === "sticker") {
    const image = el("img", { src, alt: message.text || "imagem", loading: "lazy" });
    if (kind === "sticker") return el("div", { class: "media small" }, image);
    return el("a", { class: "media", href: src, target: "_blank", rel: "noopener" }, image);
  }
  if (kind === "video") return el("div", { class: "media" }, el("video", { src, controls: true, preload: "metadata" }));
  if (kind === "audio") return voice(src, message.id, onplay);
  return file(src, media);
}

function file(src, media) {
  const name = media.filename || "arquivo";
  const kind = name.includes(".") ? name.split(".").pop().toUpperCase() : "";
  return el(
    "a",
    { class: "file", href: src, target: "_blank", rel: "noopener" },
    icon("file"),
    el("span", {}, el("b", { text: name }), el("small", { text: [kind, size(media.size)].filter(Boolean).join(" · ") })),
  );
}

function place() {
  return el("div", { class: "place" }, icon("pin"));
}

// The bars are drawn from the id: a made-up wave, but always the same one for the same note.
function voice(src, id, onplay) {
  const audio = new Audio();
  audio.preload = "metadata";
  audio.src = src;
  const bars = [...Array(BARS).keys()].map((position) => {
    const bar = el("i");
    const code = id.charCodeAt((position * 7 + 11) % id.length);
    bar.style.height = `${20 + ((code * (position + 3)) % 75)}%`;
    return bar;
  });
  const length = el("time", { text: "0:00" });
  const button = iconButton("play", "Ouvir", () => (audio.paused ? audio.play() : audio.pause()));
  const show = (name, label) => {
    button.replaceChildren(icon(name));
    button.setAttribute("aria-label", label);
  };
  audio.addEventListener("loadedmetadata", () => { length.textContent = seconds(audio.duration); });
  audio.addEventListener("play", () => { show("pause", "Pausar"); onplay?.(); });
  audio.addEventListener("pause", () => show("play", "Ouvir"));
  audio.addEventListener("timeupdate", () => {
    const past = audio.duration ? (audio.currentTime / audio.duration) * BARS : 0;
    bars.forEach((bar, position) => bar.classList.toggle("past", position < past));
    length.textContent = seconds(audio.currentTime || audio.duration);
  });
  return el("div", { class: "voice" }, button, el("div", { class: "track" }, ...bars), length);
}
