/** What shape does a recording have? */
import { useEffect, useState } from "react";

const BARS = 40;
const FLAT: number[] = Array.from({ length: BARS }, () => 0.12);

/** Loudness from 0.08 to 1 in 40 steps; flat until it is known or where the browser cannot decode the format. */
export function useWaveform(blob: Blob | undefined): number[] {
  const [bars, setBars] = useState(FLAT);
  useEffect(() => {
    if (!blob) return;
    let current = true;
    void measure(blob).then(
      (measured) => {
        if (current) setBars(measured);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [blob]);
  return bars;
}

async function measure(blob: Blob): Promise<number[]> {
  // An offline context decodes without opening the sound device; the rate is low because only the shape is wanted.
  const decoded = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(await blob.arrayBuffer());
  const samples = decoded.getChannelData(0);
  const each = Math.max(1, Math.floor(samples.length / BARS));
  const peaks = Array.from({ length: BARS }, (_, bar) => {
    let sum = 0;
    for (let at = bar * each; at < Math.min(samples.length, (bar + 1) * each); at += 4) sum += Math.abs(samples[at] ?? 0);
    return sum / (each / 4);
  });
  const loudest = Math.max(...peaks, 1e-6);
  return peaks.map((peak) => Math.max(0.08, peak / loudest));
}
