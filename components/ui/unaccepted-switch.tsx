'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { Suspense } from 'react'
import { Button } from './button'
import { Hidden } from './hidden'

/** Shows figures that are submitted and not accepted, or hides them, and comes back to the same page. It needs no script. */
export function UnacceptedSwitch(props: { readonly isShown: boolean; readonly label: string }) {
  return (
    <Suspense>
      <SwitchForm {...props} />
    </Suspense>
  )
}

function SwitchForm({ isShown, label }: { readonly isShown: boolean; readonly label: string }) {
  const path = usePathname()
  const search = useSearchParams().toString()
  return (
    <form action="/api/unaccepted" method="post" className="print:hidden">
      <Hidden
        values={{ unaccepted: isShown ? 'hidden' : 'shown', to: search === '' ? path : `${path}?${search}` }}
      />
      <Button type="submit">{label}</Button>
    </form>
  )
}
