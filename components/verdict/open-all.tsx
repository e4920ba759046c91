'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'

/** Opens or closes the grounds of every verdict on the page at once, to read through them or to print them. */
export function OpenAll({ open, close }: { open: string; close: string }) {
  const [isOpen, setOpen] = useState(false)
  const turn = () => {
    for (const grounds of document.querySelectorAll<HTMLDetailsElement>('details[data-grounds]')) {
      grounds.open = !isOpen
    }
    setOpen(!isOpen)
  }
  return <Button onClick={turn}>{isOpen ? close : open}</Button>
}
