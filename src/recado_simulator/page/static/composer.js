// How does a person write, attach, and speak into the phone?

import { api, attempt } from "./api.js";
import { quoteNode } from "./bubble.js";
import { el, icon, iconButton, toast } from "./dom.js";
import { attachSheet } from "./sheets.js";

const TALLEST = 120;

export class Composer {
  // `say` sends what was made; `where` tells number and account at the moment of sending.
  constructor(screen, say, where) {
    this.screen = screen;
    this.say = say;
    this.where = where;
    this.answering = null;
    this.recorder = null;
    this.box = el("textarea", { rows: "1", maxlength: "4096", placeholder: "Mensagem", "aria-label": "Mensagem", testid: "composer", enterkeyhint: "send" });
    this.box.addEventListener("input", () => this.fit());
    this.box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.go(); }
    });
    this.box.addEventListener("paste", (event) => this.paste(event));
    this.button = el("button", { type: "button", class: "icon-button go", testid: "send", onclick: () => this.go() });
    this.picker = el("input", { type: "file", hidden: true, onchange: () => this.picked() });
    this.node = el("div", { class: "composer" },
      iconButton("plus", "Enviar foto, documento, localização…", () => attachSheet(screen, say, (accept, kind) => this.pick(accept, kind)), { testid: "attach" }),
      this.box, this.button, this.picker);
    this.bar = el("div", { class: "answering", hidden: true });
    this.fit();
  }

  async go() {
    if (this.recorder) return this.recorder.stop();
    const text = this.box.value.trim();
    if (!text) return this.record();
    const said = { text, reply_to: this.answering?.id };
    this.box.value = "";
    this.answer(null);
    this.fit();
    if ((await this.say(said)) === undefined) { this.box.value = text; this.fit(); }
  }

  answer(message) {
    this.answering = message;
    this.bar.hidden = !message;
    if (message) {
      this.bar.replaceChildren(quoteNode(message), iconButton("close", "Não responder mais", () => this.answer(null)));
      this.box.focus();
    }
  }

  fit() {
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(TALLEST, this.box.scrollHeight + 2)}px`;
    this.box.style.overflowY = this.box.scrollHeight > TALLEST ? "auto" : "hidden";
    this.show(this.recorder ? "stop" : this.box.value.trim() ? "send" : "mic");
  }

  show(sign) {
    if (this.sign === sign) return;
    this.sign = sign;
    const label = { send: "Enviar", mic: "Gravar mensagem de voz", stop: "Parar e enviar" }[sign];
    this.button.replaceChildren(icon(sign));
    this.button.setAttribute("aria-label", label);
    this.button.title = label;
    this.button.classList.toggle("recording", sign === "stop");
  }

  pick(accept, kind) {
    this.kind = kind;
    this.picker.accept = accept;
    this.picker.value = "";
    this.picker.click();
  }

  picked() {
    const file = this.picker.files[0];
    if (file) this.sendFile(file, this.kind === "document" ? "document" : undefined);
  }

  paste(event) {
    const file = [...(event.clipboardData?.files ?? [])][0];
    if (!file) return;
    event.preventDefault();
    this.sendFile(file);
  }

  sendFile(file, kind) {
    const guess = { image: "image", video: "video", audio: "audio" }[file.type.split("/")[0]] ?? "document";
    const type = kind ?? (guess === "image" && !/^image\/(png|jpeg|webp|gif)$/.test(file.type) ? "document" : guess);
    const caption = this.box.value.trim() || undefined;
    return attempt(async () => {
      const { number, account } = this.where();
      const media = await api.upload(number, account, file);
      await this.say({ type, media_id: media.id, caption, voice: false });
      this.box.value = "";
      this.fit();
    });
  }

  async record() {
    const stream = await navigator.mediaDevices?.getUserMedia({ audio: true }).catch(() => null);
    if (!stream) return toast("Sem microfone. Em + há um áudio de exemplo.");
    const parts = [];
    const recorder = new MediaRecorder(stream);
    recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    recorder.addEventListener("stop", () => {
      stream.getTracks().forEach((track) => track.stop());
      this.recorder = null;
      this.fit();
      this.sendVoice(new File(parts, "voz", { type: recorder.mimeType }));
    });
    recorder.start();
    this.recorder = recorder;
    this.fit();
  }

  sendVoice(file) {
    return attempt(async () => {
      const { number, account } = this.where();
      const media = await api.upload(number, account, file);
      await this.say({ type: "voice", media_id: media.id });
    });
  }
}
