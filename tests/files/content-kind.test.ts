import { describe, expect, it } from 'vitest'
import { scanContent } from '@/lib/files/content-kind'
import { samples } from '../support/sample-files'

const kindOf = (bytes: Uint8Array, block = bytes.length): string => {
  const scan = scanContent()
  for (let at = 0; at < bytes.length; at += block) scan.see(bytes.subarray(at, at + block))
  return scan.kind()
}

describe('the kind of a content', () => {
  it.each(Object.entries(samples))('of a sample of %s is known from its bytes', (kind, bytes) => {
    expect(kindOf(bytes)).toBe(kind)
    // However it arrives.
    expect(kindOf(bytes, 7)).toBe(kind)
  })

  it.each([
    ['a Windows program', 'MZ\x90\0\x03', 'program'],
    ['a Linux program', '\x7fELF\x02', 'program'],
    ['a script', '#!/bin/sh\nrm -rf /', 'program'],
    ['a page', '  <!DOCTYPE html><p>hello', 'page'],
    ['a drawing with a script', '<svg xmlns="x"><script>alert(1)</script></svg>', 'page'],
    ['markup behind a comment', 'note\n<script src=x>', 'page'],
    ['nothing known', '\0\x01\x02\x03', 'unknown'],
    ['nothing at all', '', 'unknown'],
    // MSI installers are compound files too.
    ['a compound file that is no document', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 something', 'unknown'],
  ])('is refused for %s', (_, content, why) => {
    expect(kindOf(Buffer.from(content, 'latin1'))).toBe(why)
  })

  it('knows Chinese text in UTF-8 and in GB18030', () => {
    expect(kindOf(Buffer.from('名称,金额\n某公司,3'))).toBe('text')
    expect(kindOf(Buffer.from('c3fbb3c62cbdf0b6ee0a', 'hex'))).toBe('text')
  })
})
