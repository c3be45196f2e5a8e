/** Which events does a piece of a text/event-stream complete? */

export interface ServerEvent {
  id: string | null;
  name: string;
  data: string;
}

/** Reads a stream piece by piece; a piece may end inside a line, an event or a character already decoded. */
export class EventStreamParser {
  private rest = "";
  private id: string | null = null;
  private name = "";
  private data: string[] = [];

  push(piece: string): ServerEvent[] {
    const events: ServerEvent[] = [];
    const text = this.rest + piece;
    // A lone CR at the end may be the first half of CRLF.
    const held = text.endsWith("\r") ? "\r" : "";
    const lines = text.slice(0, text.length - held.length).split(/\r\n|\n|\r/);
    this.rest = (lines.pop() ?? "") + held;
    for (const line of lines) {
      const event = this.line(line);
      if (event) events.push(event);
    }
    return events;
  }

  private line(line: string): ServerEvent | null {
    if (line === "") return this.dispatch();
    const colon = line.indexOf(":");
    if (colon === 0) return null;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "id" && !value.includes("\0")) this.id = value;
    if (field === "event") this.name = value;
    if (field === "data") this.data.push(value);
    return null;
  }

  private dispatch(): ServerEvent | null {
    const event = { id: this.id, name: this.name || "message", data: this.data.join("\n") };
    const empty = this.data.length === 0 && this.name === "";
    this.name = "";
    this.data = [];
    return empty ? null : event;
  }
}
