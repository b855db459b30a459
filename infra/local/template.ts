/** A synthesized template, as far as the local cloud reads it. */
export interface Template {
  Resources: Record<string, Resource>
  Outputs?: Record<string, { Value: unknown }>
}

export interface Resource {
  Type: string
  Properties?: Record<string, unknown>
  DependsOn?: string | string[]
}

/** What a deployed resource answers to `Ref` and to `Fn::GetAtt`. */
export interface Deployed {
  ref: string
  attributes?: Record<string, string>
}

/** Values of what a template may refer to: deployed resources by logical id, pseudo parameters by `AWS::` name. */
export interface Known {
  resources: ReadonlyMap<string, Deployed>
  pseudo: Readonly<Record<string, string>>
}

/** Properties with this value are left out. */
const NO_VALUE = Symbol('AWS::NoValue')

type Intrinsic = (argument: unknown, known: Known) => unknown

const INTRINSICS: Record<string, Intrinsic> = {
  Ref: (name, known) => reference(String(name), known),
  'Fn::GetAtt': (argument, known) => {
    const [name, attribute] =
      typeof argument === 'string' ? splitOnce(argument, '.') : (argument as [string, string])
    return attributeOf(name, attribute, known)
  },
  'Fn::Join': (argument, known) => {
    const [delimiter, values] = argument as [string, unknown]
    return list('Fn::Join', resolve(values, known)).join(delimiter)
  },
  'Fn::Sub': (argument, known) => {
    const [text, values] = Array.isArray(argument) ? argument : [argument, {}]
    return substitute(String(text), resolve(values, known) as Record<string, unknown>, known)
  },
  'Fn::Select': (argument, known) => {
    const [index, values] = argument as [number | string, unknown]
    return list('Fn::Select', resolve(values, known))[Number(index)]
  },
  'Fn::Split': (argument, known) => {
    const [delimiter, text] = argument as [string, unknown]
    return String(resolve(text, known)).split(delimiter)
  },
}

/**
 * A part of a template with every intrinsic function replaced by what it stands for.
 * @throws Error naming a function or a reference that is not known
 */
export function resolve(value: unknown, known: Known): unknown {
  if (Array.isArray(value))
    return value.map((each) => resolve(each, known)).filter((each) => each !== NO_VALUE)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [name, argument] = entries[0] ?? ['', undefined]
  if (entries.length === 1 && isIntrinsic(name)) return intrinsic(name)(argument, known)
  return Object.fromEntries(
    entries
      .map(([key, each]) => [key, resolve(each, known)] as const)
      .filter(([, each]) => each !== NO_VALUE),
  )
}

/**
 * The logical ids in an order in which each follows all that it refers to or depends on.
 * @throws Error naming the resources of a circle
 */
export function deploymentOrder(resources: Record<string, Resource>): string[] {
  const order = new Set<string>()
  const visit = (id: string, path: readonly string[]): void => {
    if (order.has(id)) return
    if (path.includes(id)) throw new Error(`The template goes in a circle: ${[...path, id].join(' → ')}`)
    const resource = resources[id]
    if (resource === undefined) return
    for (const needed of needs(resource)) visit(needed, [...path, id])
    order.add(id)
  }
  for (const id of Object.keys(resources)) visit(id, [])
  return [...order]
}

function needs({ Properties, DependsOn = [] }: Resource): Set<string> {
  return new Set([...[DependsOn].flat(), ...references(Properties)])
}

function* references(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, argument] of Object.entries(value)) {
    if (key === 'Ref') yield String(argument)
    else if (key === 'Fn::GetAtt')
      yield typeof argument === 'string' ? splitOnce(argument, '.')[0] : argument[0]
    else if (key === 'Fn::Sub') yield* substituted(Array.isArray(argument) ? argument[0] : argument)
    yield* references(argument)
  }
}

/** `${Name}` and `${Name.Attribute}`; `${!Literal}` stands for itself. */
const SUBSTITUTION = /\$\{(!?)([^}]+)\}/g

function substitute(text: string, values: Record<string, unknown>, known: Known): string {
  return text.replace(SUBSTITUTION, (_whole, literal: string, name: string) => {
    if (literal) return `\${${name}}`
    if (Object.hasOwn(values, name)) return String(values[name])
    if (!name.includes('.')) return String(reference(name, known))
    const [resource, attribute] = splitOnce(name, '.')
    return attributeOf(resource, attribute, known)
  })
}

function* substituted(text: string): Generator<string> {
  for (const [, literal, name = ''] of text.matchAll(SUBSTITUTION)) {
    if (!literal) yield splitOnce(name, '.')[0]
  }
}

function reference(name: string, { resources, pseudo }: Known): string | typeof NO_VALUE {
  if (name === 'AWS::NoValue') return NO_VALUE
  const value = pseudo[name] ?? resources.get(name)?.ref
  if (value === undefined)
    throw new Error(`The template refers to ${name}, which the local cloud does not know`)
  return value
}

function attributeOf(name: string, attribute: string, { resources }: Known): string {
  const value = resources.get(name)?.attributes?.[attribute]
  if (value === undefined) {
    throw new Error(`The template asks for ${attribute} of ${name}, which the local cloud does not know`)
  }
  return value
}

const isIntrinsic = (name: string): boolean => name === 'Ref' || name.startsWith('Fn::')

function intrinsic(name: string): Intrinsic {
  const found = INTRINSICS[name]
  if (found === undefined) throw new Error(`The local cloud does not know the template function ${name}`)
  return found
}

function list(name: string, value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error(`${name} needs a list`)
  return value
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)]
}
