/**
 * Languages that are written in Latin letters, by their ISO 639-1 code: their commonest words (articles, pronouns,
 * prepositions, conjunctions, auxiliaries), and the words that numbers in news stand with. A word that languages share
 * counts for each of them.
 */
const WORDS = {
  en: [
    'the of and to in a an is was are were be been for that this these those it its on at by with as from had has have ' +
      'he she they we you his her their our your who which what when where will would can could should may might not but ' +
      'or if than then there more most over about after before under between into out up down said says while during ' +
      'against per all also other some any each new no euro euros',
    'percent million millions billion billions trillion year years month months week weeks people',
  ],
  de: [
    'der die das den dem des ein eine einen einem einer eines und oder aber ist sind war waren wird werden wurde wurden ' +
      'hat haben hatte im in am an auf aus bei mit nach von vom vor zu zum zur um für über unter durch gegen ohne seit bis ab ' +
      'dass sich nicht auch noch nur als wie es er sie wir ihr ihre sein seine mehr rund etwa gut je pro jahr euro laut',
    'prozent milliarden milliarde millionen mrd mio jahre jahren personen fälle stieg stiegen fiel fielen sank sanken',
  ],
  fr: [
    'le la les un une des du de et ou mais est sont était ont a été au aux en dans par pour sur avec sans sous que ' +
      'qu qui dont où à ce cette ces il elle ils elles se sa son ses leur leurs ne pas plus moins après avant entre depuis ' +
      'selon contre chez soit cent million millions ans mois euro euros',
    'milliard milliards année années environ personnes hausse baisse',
  ],
  es: [
    'el la los las un una unos unas de del a pero es son era fue fueron ha han en por para con sin sobre que quien se ' +
      'su sus lo le les al no más menos como entre desde hasta según tras este esta estos estas mil mes euro euros',
    'ciento millón millones año años meses personas casos subió subieron bajó cayó',
  ],
  it: [
    'il lo la i gli le un uno una di del dello della dei degli delle a ma è sono era ha hanno in nel nella nei nelle ' +
      'da dal dalla per con su sul sulla che chi si suo sua non più meno come tra fra dopo al alla ai alle cento euro',
    'miliardi miliardo milioni milione anno anni mesi persone',
  ],
  pt: [
    'a os as um uma de do da dos das ou mas é são foi foram era tem têm em no na nos nas por pelo pela para com sem ' +
      'sobre que se seu sua não mais menos como entre desde até segundo ao aos à às este esta cento mil ano euro euros',
    'milhão milhões bilhão bilhões anos meses pessoas casos cresceu subiu caiu',
  ],
  nl: [
    'de het een en of maar is zijn was waren wordt worden werd heeft hebben had in op aan van voor met naar uit bij over ' +
      'onder door tegen zonder sinds tot dat die dit deze zich niet ook nog als hij zij ze er te om meer euro',
    'procent miljard miljoen jaar maanden mensen ongeveer',
  ],
  sv: [
    'och att det en ett är var som på av för med till från den de om har hade inte men eller under efter mellan sig vid ' +
      'kan ska blev enligt också mer än',
    'procent miljarder miljoner år',
  ],
  da: [
    'og at det en et er var som på af av for med til fra den de om har havde ikke men eller under efter mellem mellom sig ' +
      'seg ved kan skal blev ble ifølge også mere enn end',
    'procent prosent milliarder millioner år',
  ],
  pl: [
    'we ze na do od po za że się nie to jest są był była było były dla przez przed pod oraz ale lub jak który ' +
      'która które tym tego',
    'roku lat procent proc mld mln złotych wzrosła wzrósł wzrosły spadła spadł',
  ],
  tr: [
    've bir bu da de ile için olarak olan daha çok en gibi kadar sonra göre ise oldu',
    'yüzde milyon milyar yıl yılında arttı',
  ],
  id: [
    'yang dan di ke dari untuk pada dengan adalah ini itu dalam tidak akan atau juga oleh telah sebesar',
    'persen juta miliar triliun tahun naik turun',
  ],
  ro: [
    'și si în din pe cu la de a al ale un o este sunt fost au că care nu mai după pentru prin sau',
    'sută milioane miliarde anul ani',
  ],
  vi: [
    'của và là có được trong cho với các những này đã không người đến từ',
    'năm tỷ triệu nghìn đồng tăng giảm',
  ],
} as const satisfies Record<string, readonly [common: string, ofNumbers: string]>

export type LatinLanguage = keyof typeof WORDS

export const LATIN_LANGUAGES = Object.keys(WORDS) as LatinLanguage[]

/** A word that numbers stand with tells as much as two others: "Umsatz: 5,2 Milliarden". */
const WEIGHTS = [1, 2]

/** Word in lower case → how much it says for each of LATIN_LANGUAGES. */
export const WORD_WEIGHTS: ReadonlyMap<string, Uint8Array> = weights()

function weights(): Map<string, Uint8Array> {
  const byWord = new Map<string, Uint8Array>()
  for (const [at, language] of LATIN_LANGUAGES.entries()) {
    for (const [kind, list] of WORDS[language].entries()) {
      for (const word of list.split(' ')) {
        const weight = byWord.get(word) ?? new Uint8Array(LATIN_LANGUAGES.length)
        weight[at] = WEIGHTS[kind] as number
        byWord.set(word, weight)
      }
    }
  }
  return byWord
}
