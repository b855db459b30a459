import type { Block } from './block.ts'
export function readHtmlFragment(_source: string): Block[] {
  return []
}
