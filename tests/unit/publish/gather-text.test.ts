import { describe, expect, it } from "vitest";
import { gatherText } from "../../../scraper/publish/gather-text.ts";

/** What is sent, block by block. */
async function gather(texts: readonly string[]): Promise<Buffer[]> {
  const blocks: Buffer[] = [];
  const gatherer = gatherText(async (block) => {
    // The gatherer fills the same bytes again.
    blocks.push(Buffer.from(block));
  });
  for (const text of texts) await gatherer.write(text);
  await gatherer.flush();
  return blocks;
}

describe("gathering text", () => {
  it.each([
    ["short lines", Array.from({ length: 5000 }, (_, line) => `línea ${line} €\n`)],
    ["one text of several blocks", ["ñ€𝄞".repeat(50_000)]],
    // The block has 65,536 bytes: each of these leaves less room at its end than the next character takes.
    ["characters that do not fit", [1, 2, 3].flatMap((room) => ["x".repeat(65_536 - room), "𝄞"])],
    ["nothing", ["", ""]],
  ])("hands on %s as UTF-8, in blocks that are full but for a character", async (_name, texts) => {
    const blocks = await gather(texts);
    expect(Buffer.concat(blocks).equals(Buffer.from(texts.join("")))).toBe(true);
    const lengths = blocks.map(({ length }) => length);
    expect(lengths.slice(0, -1).filter((length) => length <= 65_536 - 4)).toEqual([]);
    expect(lengths).not.toContain(0);
  });
});
