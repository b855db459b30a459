/** Words that end a noun phrase: they belong to what follows. */
const STOPS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those each every some any all both either neither such another ' +
    'of in on at to for from by with as than and or but nor so if while because since until till ' +
    'into onto over under after before during within without about against between among per via through across ' +
    'amid around near despite except including excluding following regarding beyond behind below above along off out up ' +
    'down upon versus vs plus minus ' +
    'is are was were be been being am has have had having do does did done will would can could may might must shall should ' +
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't can't couldn't wouldn't " +
    'he she it they we you i who whom which whose what when where why how there here then thereby ' +
    'his her its their our your my him them us me himself herself itself themselves ' +
    'not no never yet still already also only even just again too very much ' +
    'said says say saying told tell tells ago later earlier apart away respectively alone together instead ' +
    'more less fewer most least last next now today yesterday tomorrow tonight annually daily weekly monthly yearly ' +
    'went go goes going gone came come comes coming got get gets took take takes made make makes gave give gives ' +
    'left stood sat lay fell rose grew died live lived remain remained stay stayed voted vote see saw seen ' +
    'wide tall high deep long thick old worldwide nationwide overall'
  ).split(' '),
)

/** The word, in lower case, ends a noun phrase. */
export const isStop = (word: string): boolean => STOPS.has(word)

/** Verbs of news whose ending does not tell. */
export const VERBS: ReadonlySet<string> = new Set(
  (
    'spent bought sold paid met led held kept built sent ran hit shrank sank beat drew won lost found set let cut put read ' +
    'sought taught thought brought caught became began broke chose drove flew forgot froze hid knew meant shot shut ' +
    'slept spoke spread stole struck swept threw wore wrote owns owes earns employs expects occupies operates spends buys ' +
    'cost halved doubled tripled seeks hopes intends hold own slid costs carries took'
  ).split(' '),
)
