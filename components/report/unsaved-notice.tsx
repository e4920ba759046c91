'use client'

import { useSyncExternalStore } from 'react'
import { useWords } from '@/components/ui/locale-provider'
import { keptPrefix, type KeptScope } from '@/lib/entry/kept'
import { desk } from '@/lib/i18n/words/desk'
import { recall } from './browser-port'

/** Whether this browser still keeps something of a report that is not on the server. Nothing where it does not. */
export function UnsavedNotice({ scope }: { scope: KeptScope }) {
  const said = useWords(desk).report
  const count = useSyncExternalStore(
    watchStore,
    () => recall(keptPrefix(scope)).size,
    () => 0,
  )
  return count === 0 ? null : (
    <p className="my-2 border-l-4 border-behind-pace pl-2">
      <span aria-hidden="true" className="mr-1 font-bold text-behind-pace">
        !
      </span>
      {said.unsaved(count)}
    </p>
  )
}

/** Another tab of this browser tells when it keeps or forgets something. */
function watchStore(changed: () => void): () => void {
  window.addEventListener('storage', changed)
  return () => {
    window.removeEventListener('storage', changed)
  }
}
