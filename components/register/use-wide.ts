'use client'

import { useEffect, type RefObject } from 'react'

/**
 * Marks a box that scrolls sideways. Only there the first columns stay in sight: cells that stay cost a browser a layer of
 * their own each.
 */
export function useWide(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = box
    if (current === null) return undefined
    const look = () => current.toggleAttribute('data-wide', current.scrollWidth > current.clientWidth + 1)
    const observer = new ResizeObserver(look)
    observer.observe(current)
    look()
    return () => {
      observer.disconnect()
    }
  }, [box])
}
