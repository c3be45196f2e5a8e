import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { ApiProblem } from "@/api/problem";

import { flow } from "../fixtures";
import { setName } from "../model/edit";
import { createDraft, flowOf, isDirty } from "./draft";
import { type Save, startSaver } from "./saver";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const rename = (name: string) => (now: typeof flow) => setName(now, name);

describe("saving", () => {
  it("waits until the hand rests, and saves once", async () => {
    const draft = createDraft(flow, 3);
    const save = vi.fn<Save>().mockResolvedValue({ revision: 4 });
    startSaver(draft, save, () => undefined);
    draft.edit(rename("A"));
    await vi.advanceTimersByTimeAsync(500);
    draft.edit(rename("AB"));
    await vi.advanceTimersByTimeAsync(700);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(save).toHaveBeenCalledExactlyOnceWith(3, expect.objectContaining({ name: "AB" }));
    expect([draft.get().revision, draft.get().saving, isDirty(draft.get())]).toEqual([4, "idle", false]);
  });

  it("saves what was drawn during a save upon the revision that it gave", async () => {
    const draft = createDraft(flow, 1);
    let answer: (value: { revision: number }) => void = () => undefined;
    const save = vi.fn<Save>().mockImplementationOnce(() => new Promise((resolve) => (answer = resolve))).mockResolvedValue({ revision: 3 });
    startSaver(draft, save, () => undefined);
    draft.edit(rename("A"));
    await vi.advanceTimersByTimeAsync(900);
    draft.edit(rename("B"));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(save).toHaveBeenCalledTimes(1);
    answer({ revision: 2 });
    await vi.advanceTimersByTimeAsync(900);
    expect(save).toHaveBeenLastCalledWith(2, expect.objectContaining({ name: "B" }));
  });

  it("tries again when the network fails, and keeps what was drawn", async () => {
    const draft = createDraft(flow, 1);
    const save = vi.fn<Save>().mockRejectedValueOnce(new ApiProblem(0, "network")).mockResolvedValue({ revision: 2 });
    startSaver(draft, save, () => undefined);
    draft.edit(rename("A"));
    await vi.advanceTimersByTimeAsync(900);
    expect(draft.get().saving).toBe("failed");
    await vi.advanceTimersByTimeAsync(2_100);
    expect([draft.get().saving, isDirty(draft.get())]).toEqual(["idle", false]);
  });

  it("stops when somebody else saved, and tells who", async () => {
    const draft = createDraft(flow, 1);
    const save = vi.fn<Save>().mockRejectedValue(new ApiProblem(409, "draft_changed", { revision: 9, changed_by_name: "Rafael Nunes", changed_at: "2026-11-23T14:00:00Z" }));
    startSaver(draft, save, () => undefined);
    draft.edit(rename("A"));
    await vi.advanceTimersByTimeAsync(60_000);
    draft.edit(rename("B"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(draft.get().conflict).toEqual({ revision: 9, changedBy: "Rafael Nunes", changedAt: "2026-11-23T14:00:00Z" });
    expect(flowOf(draft.get()).name).toBe("B");
  });

  it("has nothing to save after an undo back to what is saved", async () => {
    const draft = createDraft(flow, 1);
    const save = vi.fn<Save>();
    const saver = startSaver(draft, save, () => undefined);
    draft.edit(rename("A"));
    draft.undo();
    expect(await saver.flush()).toBe(true);
    expect(save).not.toHaveBeenCalled();
  });
});
