import { describe, expect, it } from "vitest";

import { changeOfCount, changeOfShare, formatBytes, formatShare, formatShort } from "./numbers";

describe("figures", () => {
  it.each([
    [10, null, null],
    [10, 10, { direction: "same", label: "igual" }],
    [15, 10, { direction: "up", label: "+50%" }],
    [7, 8, { direction: "down", label: "−12,5%" }],
    [4, 0, { direction: "up", label: "+4" }],
    [0, 0, { direction: "same", label: "igual" }],
  ])("%s after %s", (now, before, change) => {
    expect(changeOfCount(now, before)).toEqual(change);
  });

  it("compares shares in points and says nothing without one", () => {
    expect(changeOfShare(0.213, 0.195)).toEqual({ direction: "up", label: "+1,8 p.p." });
    expect(changeOfShare(null, 0.2)).toBeNull();
    expect(formatShare(null)).toBe("–");
    expect(formatShare(0.1976)).toBe("19,8%");
  });

  it("fits sizes and counts into few letters", () => {
    expect([0, 999, 184_320, 4_200_000].map(formatBytes)).toEqual(["0 B", "999 B", "184 kB", "4,2 MB"]);
    expect(formatShort(9_876)).toBe("9.876");
    expect(formatShort(12_345)).toMatch(/^12,3\smil$/);
  });
});
