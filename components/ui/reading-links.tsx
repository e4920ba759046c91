import type { ReadingId } from '@/lib/notice'

/** Ways to numbered readings. `page`: where they stand, if not on this very page. */
export function ReadingLinks({ ids, page = '' }: { ids: readonly ReadingId[]; page?: string }) {
  return (
    <span className="flex flex-wrap gap-x-2">
      {ids.map((id) => (
        <a key={id} href={`${page}#${id}`} className="inline-block min-w-6 py-0.5">
          {id}
        </a>
      ))}
    </span>
  )
}
