// How does the pretend API say no?
export class Refusal extends Error {
  constructor(status, code, data = {}) {
    super(code);
    Object.assign(this, { status, code, data });
  }
}
