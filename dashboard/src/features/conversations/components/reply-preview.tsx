/** To what is one answering? */
import { X } from "lucide-react";

import type { Message } from "@/api/contract";
import { IconButton } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";

import { quotedAuthor } from "./quoted-message";

interface ReplyPreviewProps {
  message: Message;
  contactName: string;
  onClose: () => void;
}

export function ReplyPreview({ message, contactName, onClose }: ReplyPreviewProps) {
  return (
    <div className="mb-2 flex items-center gap-2 rounded-lg border-l-3 border-accent bg-sunken py-1.5 pr-1 pl-3" data-testid="reply-preview">
      <div className="min-w-0 flex-1 text-list">
        <p className="text-sm font-medium text-accent-text">
          <SafeText text={quotedAuthor(message.author, contactName)} max={60} />
        </p>
        <p className="truncate text-ink-2">
          <SafeText text={message.text || "Mídia"} max={160} />
        </p>
      </div>
      <IconButton label="Não responder a esta mensagem" icon={<X aria-hidden />} onClick={onClose} />
    </div>
  );
}
