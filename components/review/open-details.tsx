'use client'

import { useEffect } from 'react'

/** Opens the register that the address names, so that the way from a count leads to its rows. */
export function OpenDetails() {
  useEffect(() => {
    const open = () => {
      const named = document.getElementById(decodeURIComponent(window.location.hash.slice(1)))
      if (named instanceof HTMLDetailsElement) named.open = true
    }
    open()
    window.addEventListener('hashchange', open)
    return () => {
      window.removeEventListener('hashchange', open)
    }
  }, [])
  return null
}
