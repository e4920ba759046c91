import { createRequire } from 'node:module'

const { source } = createRequire(import.meta.resolve('@axe-core/playwright'))('axe-core') as {
  source: string
}

/**
 * axe as it is, made quick on long pages. It keeps what is private to a colour in six WeakMaps, which the memory management
 * walks through again and again, and reads the same few colours thousands of times. Here what is private lies in the object
 * itself, and each colour is read once; what axe finds stays the same.
 */
export const axeSource = `(() => {
  const Kept = WeakMap
  {
    class WeakMap {
      key = Symbol()
      others = new Kept()
      has(of) { return Object.hasOwn(of, this.key) || this.others.has(of) }
      get(of) { return Object.hasOwn(of, this.key) ? of[this.key] : this.others.get(of) }
      set(of, value) {
        if (Object.isExtensible(of)) of[this.key] = value
        else this.others.set(of, value)
        return this
      }
      delete(of) { return delete of[this.key] || this.others.delete(of) }
    }
    ${source}
  }
  const { prototype } = axe.commons.color.Color
  const { parseString } = prototype
  const read = new Map()
  prototype.parseString = function (text) {
    const known = read.get(text)
    if (known === undefined) {
      parseString.call(this, text)
      const { r, g, b, alpha } = this
      read.set(text, { r, g, b, alpha })
      return this
    }
    return Object.assign(this, known)
  }
})()`
