/** Digests made up for measurements: the same seed gives the same text, with about one fact for every two sentences. */

interface Wanted {
  seed: number
  /** `yyyy-mm-dd` */
  day: string
  items: number
}

export function digestText({ seed, day, items }: Wanted): string {
  const random = randomOf(seed)
  const paragraphs = Array.from({ length: items }, () => paragraphOf(random))
  return `---\ntitle: Notes ${seed}\ndate: ${day}\n---\n\n${paragraphs.join('\n\n')}\n`
}

/** The day that is so many days after the first of 2020. */
export function dayAfter(days: number): string {
  return new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 'yyyy-mm-dd'.length)
}

type Random = (below: number) => number

function paragraphOf(random: Random): string {
  return Array.from({ length: 1 + random(3) }, () => pick(SENTENCES, random)(random)).join(' ')
}

const PLACES = ['Harbin', 'Lyon', 'Osaka', 'Leeds', 'Porto', 'Recife', 'Busan', 'Tampere', 'Graz', 'Hobart']
const MAKERS = [
  'a maker of pumps',
  'the port authority',
  'a grocer',
  'the ministry',
  'a small bank',
  'a clinic',
]

const amount = (random: Random): string => (1 + random(9_999)).toLocaleString('en-US')
const pick = <T>(from: readonly T[], random: Random): T => from[random(from.length)] as T

const SENTENCES: ((random: Random) => string)[] = [
  (r) =>
    `In ${pick(PLACES, r)}, ${pick(MAKERS, r)} leased ${amount(r)} square meters near the station for ten years.`,
  (r) => `The city of ${pick(PLACES, r)} spent $${1 + r(900)} million on buses, most of it last summer.`,
  (r) => `Hospitals of ${pick(PLACES, r)} took in ${amount(r)} patients during the week, its mayor said.`,
  (r) => `Some ${1 + r(99)} percent of the shops in ${pick(PLACES, r)} were shut by noon.`,
  (r) => `A loan of ${amount(r)} yuan is open to any firm of ${pick(PLACES, r)} that hires this year.`,
  (r) => `The new turbines at ${pick(PLACES, r)} give ${1 + r(400)} MW when the wind is good.`,
  (r) => `A truck with ${1 + r(40)} tonnes of rice went from ${pick(PLACES, r)} to ${pick(PLACES, r)}.`,
  (r) => `It was ${1 + r(39)} °C in ${pick(PLACES, r)}, which is more than most of its people remember.`,
  (r) => `${pick(PLACES, r)} and ${pick(PLACES, r)} signed a letter that ${pick(MAKERS, r)} had drafted.`,
  (r) => `Nobody at ${pick(MAKERS, r)} in ${pick(PLACES, r)} would say who had asked for the review.`,
  (r) => `The paper of record in ${pick(PLACES, r)} called it a quiet week, and few disagreed with it.`,
  (r) =>
    `Asked about the plan, ${pick(MAKERS, r)} pointed to the minutes of the council of ${pick(PLACES, r)}.`,
]

/** Numbers below a bound, by a linear congruence (the multiplier and increment of Numerical Recipes). */
function randomOf(seed: number): Random {
  let state = (seed * 2_654_435_761) >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
