/** Plurals that no rule gives, with their singular. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    people: 'person',
    persons: 'person',
    men: 'man',
    women: 'woman',
    children: 'child',
    lives: 'life',
    wives: 'wife',
    knives: 'knife',
    halves: 'half',
    wolves: 'wolf',
    shelves: 'shelf',
    thieves: 'thief',
    scarves: 'scarf',
    calves: 'calf',
    loaves: 'loaf',
    hooves: 'hoof',
    wharves: 'wharf',
    feet: 'foot',
    teeth: 'tooth',
    mice: 'mouse',
    geese: 'goose',
    criteria: 'criterion',
    policemen: 'policeman',
    policewomen: 'policewoman',
    fishermen: 'fisherman',
    servicemen: 'serviceman',
    businessmen: 'businessman',
    gunmen: 'gunman',
    firemen: 'fireman',
    crewmen: 'crewman',
    lawmen: 'lawman',
    grandchildren: 'grandchild',
    schoolchildren: 'schoolchild',
    movies: 'movie',
    cookies: 'cookie',
    walruses: 'walrus',
    octopuses: 'octopus',
    calories: 'calorie',
    ties: 'tie',
    analyses: 'analysis',
    crises: 'crisis',
    theses: 'thesis',
    buses: 'bus',
    gases: 'gas',
    viruses: 'virus',
    campuses: 'campus',
    bonuses: 'bonus',
    statuses: 'status',
    series: 'series',
    species: 'species',
    aircraft: 'aircraft',
    staff: 'staff',
    personnel: 'personnel',
    troops: 'troop',
    police: 'police',
    cattle: 'cattle',
    sheep: 'sheep',
    fish: 'fish',
    youth: 'youth',
    crew: 'crew',
    media: 'media',
    data: 'data',
    headquarters: 'headquarters',
    means: 'means',
    offspring: 'offspring',
    folk: 'folk',
    spacecraft: 'spacecraft',
    pairs: 'pair',
    faculty: 'faculty',
    clergy: 'clergy',
  }),
)

/** Words that end in -s and are no plurals. */
const SINGULAR_S: ReadonlySet<string> = new Set(
  (
    'gas bus plus less this its his as us thus bus news always perhaps across besides towards afterwards overseas yes ' +
    'various previous serious famous business process access success congress progress express press class ' +
    'glass mass loss boss cross address stress wireless campus virus bonus status census focus consensus ' +
    'politics economics physics mathematics athletics analysis crisis basis thesis diabetes texas kansas arkansas ' +
    'illinois paris dallas christmas sometimes nowadays otherwise whereas unless minus versus'
  ).split(' '),
)

/** Verbs in the third person: they look like plurals, and end the noun phrase before them. */
export const VERBS_S: ReadonlySet<string> = new Set(
  (
    'is was has does says goes gets makes takes remains becomes includes means shows comes gives needs wants seems ' +
    'stands sits leaves lies proves puts keeps brings helps requires allows provides tells asks begins continues ' +
    'happens loses knows thinks believes follows exists belongs appears suggests contains describes lets sells pays ' +
    'indicates corresponds represents consists comprises'
  ).split(' '),
)

/** Of these, those that are as often plurals: so they are read behind a number above one that has no plural yet. */
export const EITHER: ReadonlySet<string> = new Set(['shows', 'needs', 'leaves', 'stands', 'means', 'gets'])

/** Plurals of one form that qualify the noun behind them as often: "36 police departments", "3 data centers". */
export const COLLECTIVES: ReadonlySet<string> = new Set([
  'police',
  'data',
  'media',
  'staff',
  'youth',
  'crew',
  'troops',
  'aircraft',
  'fish',
  'cattle',
  'sheep',
  'faculty',
])

/** The singular of an English noun in lower case. */
export function singular(noun: string): string {
  const irregular = IRREGULAR.get(noun)
  if (irregular !== undefined) return irregular
  if (
    noun.length < 3 ||
    /(?:ss|us|is)$/.test(noun) ||
    SINGULAR_S.has(noun) ||
    (VERBS_S.has(noun) && !EITHER.has(noun))
  )
    return noun
  if (noun.endsWith('ies') && noun.length > 4) return `${noun.slice(0, -3)}y`
  if (/(?:ch|sh|x|ss|zz)es$/.test(noun) || /(?:hero|potato|tomato|echo|volcano)es$/.test(noun))
    return noun.slice(0, -2)
  return noun.endsWith('s') ? noun.slice(0, -1) : noun
}

/** The word, in lower case, looks like a plural noun. */
export function isPlural(word: string): boolean {
  if (IRREGULAR.has(word)) return true
  const last = word.length - 1
  if (last < 2 || word.charCodeAt(last) !== 115 || SINGULAR_S.has(word) || VERBS_S.has(word)) return false
  return !/(?:ss|us|is|'s)$/.test(word) || /(?:menus|gurus|skis|taxis|emus)$/.test(word)
}
