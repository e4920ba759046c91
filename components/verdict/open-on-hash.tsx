'use client'

import { useEffect } from 'react'

/** Opens the explanation of the result that the address names, so that a way to a verdict leads to its grounds. */
export function OpenOnHash() {
  useEffect(() => {
    const open = () => {
      const id = decodeURIComponent(window.location.hash.slice(1))
      const named = id === '' ? null : document.getElementById(id)
      const grounds =
        named instanceof HTMLDetailsElement ? named : named?.querySelector('details[data-grounds]')
      if (grounds instanceof HTMLDetailsElement) grounds.open = true
    }
    open()
    window.addEventListener('hashchange', open)
    return () => {
      window.removeEventListener('hashchange', open)
    }
  }, [])
  return null
}
