/** Stands in bundles for the cache of endpoints, and the library of caches behind it, that nothing looks into. */
export class EndpointCache {}
