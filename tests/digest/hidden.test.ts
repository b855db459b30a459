import { describe, expect, it } from 'vitest'
import { parseDigest } from '../../shared/digest/parse.ts'

const lastModified = '2021-05-06T07:08:09.000Z'
const textsOf = async (html: string) =>
  (await parseDigest(Buffer.from(html), { key: 'a.html', lastModified })).items.map(({ text }) => text)

const STORY = '<p>The bakery sold 900 loaves.</p>'
const page = (styles: string, body: string) =>
  `<html><head><title>Notes</title><style>${styles}</style></head><body>${body}${STORY}</body></html>`
const HIDDEN = 'The bakery sold 900 loaves and more'

/** Ways of writing what no reader sees; what an inbox shows beside the subject is written in most of them. */
const WAYS: readonly (readonly [way: string, styles: string, open: string])[] = [
  ['no display', '', '<div style="display: none !important">'],
  ['no visibility', '', '<div style="visibility:hidden">'],
  ['a row that collapses', '', '<div style="visibility: collapse">'],
  ['the attribute', '', '<section hidden>'],
  ['no height', '', '<div style="max-height:0;overflow:hidden">'],
  ['no height and no width', '', '<span style="height:0px;width:0px">'],
  ['a box of a pixel', '', '<div style="position:absolute;width:1px;height:1px;overflow:hidden">'],
  ['no width', '', '<div style="max-width:0;overflow:hidden;float:left">'],
  ['no opacity', '', '<span style="opacity:0.0">'],
  ['a filter', '', '<span style="filter:alpha(opacity=0)">'],
  ['no size of letters', '', '<span style="font-size:0">'],
  ['a size of letters in short', '', '<span style="font: 1px/1px serif">'],
  ['no colour', '', '<span style="color:transparent">'],
  ['the colour of the ground', '', '<div style="background:#fff;color:white">'],
  ['a place off screen', '', '<p style="position:absolute;left:-9999px">'],
  ['an indent off screen', '', '<div style="text-indent:-999em">'],
  ['a margin off screen', '', '<div style="margin-left: -5000px">'],
  ['a clip', '', '<span style="position:absolute;clip:rect(0 0 0 0)">'],
  ['a clipped path', '', '<span style="clip-path: inset(50%)">'],
  ['no scale', '', '<div style="transform:scale(0)">'],
  ['what word processors hide', '', '<div style="mso-hide:all">'],
  ['content left out', '', '<div style="content-visibility:hidden">'],
  ['a class', '.preview { display: none }', '<div class="small preview">'],
  [
    'a class that is not for word processors',
    '.a{color:red} div.b, .c{max-height:0px;overflow:hidden}',
    '<div class="b">',
  ],
  ['an id', '#teaser{opacity:0}', '<div id="teaser">'],
  [
    'a place in another element',
    '.mail .teaser { display:none; }',
    '<div class="mail"><p><span class="teaser">',
  ],
  ['a rule for every screen', '@media screen { .x { display:none } }', '<div class="x">'],
  ['a name for screen readers', '', '<span class="visually-hidden">'],
  ['a preview hidden from screen readers', '', '<div aria-hidden="true">'],
  ['an element that runs or waits', '', '<template>'],
]

/** What is seen after all. */
const SHOWN: readonly (readonly [way: string, styles: string, open: string])[] = [
  ['letters of a size inside of none', '', '<div style="font-size:0"><span style="font-size:14px">'],
  ['half the opacity', '', '<div style="opacity:0.5">'],
  ['a height that may grow', '', '<div style="max-height:600px;overflow:hidden">'],
  [
    'a rule for narrow screens',
    '@media (max-width: 480px) { .wide { display: none } }',
    '<div class="wide">',
  ],
  ['a rule for paper', '@media print { div { display:none } }', '<div>'],
  ['a later rule', '.x{display:none} .x{display:block}', '<div class="x">'],
  ['its own style over a rule', '.x{display:none}', '<div class="x" style="display:block">'],
  ['a state that is not there', '.x:hover{display:none}', '<div class="x">'],
  ['white on a dark ground around it', '', '<div style="background:#000"><span style="color:#fff">'],
  ['a margin of columns', '', '<div style="margin-left:-15px">'],
  ['a line without height', '', '<div style="line-height:0">'],
  ['another class', '.preview{display:none}', '<div class="previews">'],
  ['a story hidden from screen readers', '', '<main aria-hidden="true"><p>'],
]

describe('text that is hidden', () => {
  it.each(WAYS)('by %s is no story', async (_, styles, open) => {
    expect(
      await textsOf(
        page(styles, `${open}${HIDDEN}${open.startsWith('<template') ? '</template>' : closing(open)}`),
      ),
    ).toEqual([STORY.replace(/<[^>]+>/g, '')])
  })

  it.each(SHOWN)('not by %s', async (_, styles, open) => {
    expect(await textsOf(page(styles, `${open}${HIDDEN}${closing(open)}`))).toContain(HIDDEN)
  })

  it('is kept once where one form is for the eye and one for screen readers', async () => {
    const twins = '<p>Loaves: <span class="sr-only">900</span><span aria-hidden="true">900</span></p>'
    expect(await textsOf(twins)).toEqual(['Loaves: 900'])
  })

  it('is left out of tables', async () => {
    const rows = '<tr><th>Town<th>Loaves<tr><td>Oak<td>900<tr style="display:none"><td>Elm<td>700'
    expect(await textsOf(`<table>${rows}</table>`)).toEqual(['Oak — Loaves: 900'])
  })
})

describe('text that is struck out', () => {
  it.each([
    '<del>800</del> 900',
    '<s>800</s> 900',
    '<strike>800</strike> 900',
    '<span style="color:red; text-decoration: line-through">800</span> 900',
    '<span style="text-decoration-line:underline line-through">800</span> 900',
  ])('is read as gone: %s', async (words) => {
    expect(await textsOf(`<p>Loaves: ${words}</p>`)).toEqual(['Loaves: 900'])
  })

  it('is gone from Markdown, up to the end of the mark', async () => {
    const markdown = '# Notes\n\nLoaves: ~~800~~ 900.\n\n- <del>700 rolls</del> 600 rolls\n\n~~All of it.~~\n'
    const { items } = await parseDigest(Buffer.from(markdown), { key: 'a.md', lastModified })
    expect(items.map(({ text }) => text)).toEqual(['Loaves: 900.', '600 rolls'])
  })
})

function closing(open: string): string {
  return Array.from(open.matchAll(/<(\w+)/g), ([, tag]) => `</${tag}>`)
    .reverse()
    .join('')
}
