/** Classes of English words, as far as they tell whose a figure is. Words of no class are nouns and adjectives. */
export const DETERMINER = 1
export const PREPOSITION = 2
/** Begins a clause of its own: "while", "but", "because". */
export const BOUNDARY = 3
export const AND = 4
export const RELATIVE = 5
export const PRONOUN = 6
export const AUXILIARY = 7
export const VERB = 8
/** "said", "according": who is named beside it reports, and owns nothing. */
export const SAY = 9
/** Skipped: adverbs, words of bound, times. */
export const FILLER = 10
export const TIME = 11
/** A form that is a verb or a noun by what stands before it: "rise", "plans". */
export const VERB_OR_NOUN = 12

const CLASSES: readonly (readonly [number, string])[] = [
  [
    DETERMINER,
    'the a an this that these those its their his her our my your all each every some any both no another such other',
  ],
  [
    PREPOSITION,
    'of in at for on to from by with than against among amongst across between under over within per versus vs into onto near around via through throughout like unlike including excluding despite amid behind below above until till outside inside off without besides toward towards upon following worth during beyond before after since off compared',
  ],
  [
    BOUNDARY,
    'while whereas but although though because when if unless so however meanwhile whether once as yet',
  ],
  [AND, 'and or nor plus &'],
  [RELATIVE, 'which who whom whose where'],
  [PRONOUN, 'it they he she we i you them him us itself themselves himself herself there one ones what'],
  [
    AUXILIARY,
    "is are was were be been being am has have had having do does did will would can could may might must shall should won't can't isn't aren't wasn't weren't hasn't haven't hadn't didn't doesn't don't",
  ],
  [
    SAY,
    'said says saying told tells announced announces according noted notes stated states estimated estimates forecasts predicted predicts warned warns showed shows showing reported revealed reveals confirmed calculated suggested suggests indicated indicates published tracked found cited wrote claimed claims believes thinks expects expected',
  ],
  [
    FILLER,
    'not also now still just only even already about nearly almost roughly approximately some up down more less most least around well far too very much so-called alone together instead again ever never currently previously recently sharply slightly significantly respectively annually daily weekly monthly yearly quarterly overall then thus here further otherwise least fewer later earlier ago apart away today tonight  locally additional additionally approx circa',
  ],
  [
    TIME,
    'january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday yesterday tomorrow year years month months week weeks day days quarter quarters half fiscal decade decades hour hours morning afternoon evening night noon midnight last next previous past prior early late mid q1 q2 q3 q4 h1 h2 fy year-on-year year-over-year month-on-month',
  ],
]

/** Verbs of news: base forms, whose other forms are regular; before a slash those that are nouns as often. */
const REGULAR =
  'increase decrease surge jump climb drop decline gain plunge slump soar tumble slip edge ease rebound advance retreat record report plan target cost list lease rent raise place face reach pass near total average remain stay receive employ own operate manage serve carry ship deliver produce export import attract generate return require need want offer provide open close launch sign agree acquire purchase invest issue trade value price charge pay earn post book add create cover include contain represent account comprise maintain expand shrink contract extend improve double triple halve slash trim lower reduce boost lift push pull drag cause leave kill injure infect hospitalise hospitalize treat test vaccinate admit discharge recover damage destroy burn affect displace evacuate rescue arrest charge detain vote win poll score defeat attend visit use consume pump allocate approve grant fund finance finish end start begin aim seek hope intend propose consider allow help order supply stand hit average stretch measure weigh exceed top overtake outnumber surpass beat miss lead trail follow rank claim join hire recruit employ appoint sack cancel delay suspend halt stop resume move shift fire strike launch accept award donate pledge commit transfer collect recoup unveil consist range vary span feature host house hold sell buy spend build cut lay shed swing turn bring set take make give get see go come rise fall grow lose run put keep let draw drive throw beat hang pick break split tie retain support back oppose fear monitor register scrap restructure withdraw mandate apply'.split(
    ' ',
  )

const IRREGULAR =
  'means meant kills adds says rose risen fell fallen grew grown lost ran kept drew drawn drove driven thrown threw held sold bought spent built cut laid shed swung brought took taken made gave given got seen saw went gone came become became began begun sank sunk shrank shrunk hit won led left stood sat met sent paid put let cost struck crept bore broke broken hung wiped gave fed lent dealt'.split(
    ' ',
  )

/** Forms that news has as nouns at least as often. */
const EITHER = new Set(
  'increase decrease surge jump climb drop decline gain plunge slump tumble rebound advance retreat record report plan target cost list lease rent place face pass total average return need offer launch trade value price charge book contract boost lift cause test damage vote poll score use fund finance finish end start aim hope order supply measure top lead claim hire delay halt stop move shift fire strike award transfer range span feature host house hold cut set make rise fall run draw drive break split tie support back fear register increases decreases surges jumps climbs drops declines gains plunges slumps rebounds advances records reports plans targets costs lists leases rents places faces returns needs offers launches trades values prices charges books contracts causes tests damages votes polls scores uses funds finances ends starts aims hopes orders supplies measures tops leads claims hires delays moves shifts fires strikes awards transfers ranges features hosts houses holds cuts sets rises falls runs draws drives breaks splits ties supports fears registers purchase purchases visit visits buys close closes open import imports export exports estimate estimates market estimates sales forecast forecasts spending funding trading building opening closing leasing processing manufacturing shipping housing pricing training testing farming mining banking reading rating being living working meeting setting holding listing offering planning parking drop post posts rank beat near lower double triple bid'.split(
    ' ',
  ),
)

const FORMS = new Map<string, number>()

for (const base of REGULAR) {
  const stem = base.replace(/e$/, '')
  const past = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${stem}ed`
  const plural = /[^aeiou]y$/.test(base)
    ? `${base.slice(0, -1)}ies`
    : /(?:s|sh|ch|x)$/.test(base)
      ? `${base}es`
      : `${base}s`
  const doubled = /[^aeiou][aeiou][bdgmnpt]$/.test(base)
    ? [`${base}${base.at(-1)}ed`, `${base}${base.at(-1)}ing`]
    : []
  for (const form of [base, past, plural, `${stem}ing`, ...doubled])
    FORMS.set(form, EITHER.has(form) ? VERB_OR_NOUN : VERB)
}
for (const form of IRREGULAR) FORMS.set(form, VERB)
for (const form of EITHER) FORMS.set(form, VERB_OR_NOUN)
for (const [kind, words] of CLASSES) for (const word of words.split(' ')) FORMS.set(word, kind)

/** The class of a word in lower case; 0 where it is of none. */
export const wordClass = (word: string): number => FORMS.get(word) ?? 0

/**
 * Nouns that are measured and own nothing: "exports", "unemployment". A clause that they are the subject of is told of
 * whom it names otherwise.
 */
export const MEASURES: ReadonlySet<string> = new Set(
  'price prices export exports import imports sale sales revenue revenues turnover profit profits loss losses earnings income output production growth inflation unemployment employment rate rates ratio index gdp economy cpi ppi pmi investment spending expenditure budget deficit surplus debt demand supply consumption volume volumes trade shipment shipments delivery deliveries registration registrations value total totals number numbers amount amounts figure figures count tally toll level levels share shares stock stocks yield yields margin margins cost costs expense expenses wage wages salary salaries pay payrolls jobs job claims orders bookings reserves assets liabilities capital cash flow dividend dividends holdings market capitalization capitalisation valuation capacity area population births deaths death fatalities cases case infections infection hospitalisations hospitalizations recoveries patients tests positivity temperature temperatures rainfall visibility speed height depth length width weight distance age duration turnout support approval popularity rating ratings score points lead probability risk forecast forecasts estimate estimates target outlook expectations consensus average median mean majority minority part proportion percentage percent portion rest remainder increase decrease rise fall drop decline gain gains jump surge slump change difference gap contraction expansion recovery addition reduction cut cuts hike activity confidence sentiment traffic arrivals visitors passengers subscribers users customers downloads views followers attendance audience workforce staff headcount employees redundancies layoffs strikes magnitude damage space floor tax taxes tariff tariffs fee fees rent rents mortgage deposit loan loans credit lending savings liquidity inflows outflows inflow outflow net gross pre-tax operating sizes size interest bid offer premium discount premiums bond bonds funding financing aid proposal plan plans project projects deal agreement result results report data reading survey poll study record records way time number period measure measures basis moving tranche round adjusted results volatility odds approvals starts permits closures openings applications filings expectations grant grants subsidy subsidies ice winds gusts surges waves incomes debts orders inventory inventories toll bookings throughput yields receipts remittances arrears'.split(
    ' ',
  ),
)

/** Plurals of acts, which are counted and own nothing: "approvals", "registrations". */
const ACTS = /(?:[^l]ations|[aeo]tions|[iu]sions|vals|sals|ements|ances)$/

/** A noun that is measured. */
export const isMeasure = (word: string): boolean => MEASURES.has(word) || ACTS.test(word)

/** People and things of every kind, that tell nobody apart. */
export const ANYBODY: ReadonlySet<string> = new Set(
  'people person persons official officials researcher researchers scientist scientists analyst analysts economist economists expert experts source sources authorities firm firms company companies business businesses man men woman women child children others another spokesman spokesperson spokeswoman resident residents household households group groups country countries world government governments minister president ceo chief police court team teams area areas region regions city cities state states province provinces place places thing things head others half third quarter move moves news statement announcement article victims survivors members addition article total everyone nobody someone anyone author authors reporter reporters medics doctors experts investors traders consumers voters respondents adults americans weather morning evening crisis pandemic outbreak virus disease it end result majority'.split(
    ' ',
  ),
)

/** Titles and professions before a person's name. */
export const TITLES: ReadonlySet<string> = new Set(
  'mr mrs ms dr sir lord lady president minister prime deputy chairman ceo chief executive director secretary governor mayor senator congressman professor prof general spokesman king queen prince princess pope coach captain judge chancellor'.split(
    ' ',
  ),
)

/** Words of those who report or rule, and are no owner of what they tell of their place. */
export const AUTHORITY =
  /\b(?:ministry|department|office|bureau|commission|agency|institute|authority|authorities|council|board|police|government|federation|association|statistics|health|centers?|centres?|university|survey|administration|observatory|ministry|society|reuters|bloomberg|refinitiv|factset|xinhua|afp|moh|cdc|nhc|ons|abs|bls|analysts?|economists?|researchers?|news|times|post|journal|bbc|cnn|poll|tracker|data|coinglass|coingecko|coinmarketcap|defillama|trading economics|census|meteorological|geological)\b/i

/** What a company is called when it has been named: "the company", "the carrier". */
export const COMPANY_ANAPHORS: ReadonlySet<string> = new Set(
  'company firm group carrier airline bank retailer automaker carmaker maker manufacturer lender insurer brokerage broker developer operator platform startup start-up giant business chain supplier producer miner chipmaker drugmaker brand corporation conglomerate builder housebuilder homebuilder'.split(
    ' ',
  ),
)

/** What a place is called when it has been named. */
export const PLACE_ANAPHORS: ReadonlySet<string> = new Set(
  'government ministry authorities country city state province nation island region county territory municipality republic kingdom city-state capital town district'.split(
    ' ',
  ),
)
