/** Which emoji goes into the text? */
import { Smile } from "lucide-react";
import { useState } from "react";

import { IconButton } from "@/ui/button";
import { Popover } from "@/ui/popover";

import { EmojiPicker } from "../emoji/emoji-picker";

export function EmojiButton({ onPick }: { onPick: (emoji: string) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover label="Emoji" open={open} onOpen={setOpen} trigger={<IconButton label="Emoji" side="top" icon={<Smile aria-hidden />} data-testid="emoji" />}>
      <EmojiPicker
        onPick={(emoji) => {
          setOpen(false);
          onPick(emoji);
        }}
      />
    </Popover>
  );
}
