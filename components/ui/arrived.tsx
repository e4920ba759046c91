'use client'

import { useEffect } from 'react'
import { arrive } from './arrival'

/** At the end of every page: once this arrives, all before it has. */
export function Arrived() {
  useEffect(arrive, [])
  return null
}
