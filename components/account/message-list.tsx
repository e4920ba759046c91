import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { formatDateTime, messagePath, messageSentence, words } from '@/lib/i18n'
import type { Message } from '@/lib/store/messages'
import type { Locale } from '@/lib/values'

/** Messages with the way to what each is about; what is unread is marked by a word and by weight. */
export function MessageList({ locale, messages }: { locale: Locale; messages: readonly Message[] }) {
  const said = words(locale).messages
  return (
    <ul>
      {messages.map((message) => (
        <li
          key={message.id}
          className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line py-1.5 last:border-0"
        >
          <time className="w-full shrink-0 text-sm text-muted sm:w-40">
            {formatDateTime(locale, message.createdAt)}
          </time>
          <Link
            href={messagePath(message)}
            className={`min-w-0 flex-1 ${message.readAt === null ? 'font-semibold' : ''}`}
          >
            {messageSentence(locale, message)}
          </Link>
          {message.readAt === null && <Badge tone="accent">{said.unread}</Badge>}
        </li>
      ))}
    </ul>
  )
}
