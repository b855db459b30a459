import type { Markers } from '../lexicon.ts'

/** English words and phrases by what they say of figures; underscores stand for the blanks of a phrase. */
export const MARKERS_EN: Markers = {
  rose: `rises rose risen rising increases increased increasing grow grows grew grown growing climbs climbed
    climbing jumped jumping surged surging soar soars soared soaring advanced advancing rallied rallying
    swelled swollen expanded expanding rebounded rebounding spiked spiking leapt leaping widened
    accelerated improved improves strengthened appreciated ballooned skyrocketed rocketed outperformed
    crept edged_up ticked_up inched_up nudged_up nudging_up went_up gone_up going_up goes_up go_up
    picked_up trended_up bounced firmed nudging_up moved_up swells swelling soaring higher_at
    bringing_the bringing_its brings_the brings_its brought_the brought_its taking_the taking_its
    takes_the takes_its took_the took_its pushing_the`,
  fell: `falls fell fallen falling drops dropped dropping declined declining declines decreased decreasing decreases slid sliding
    slipped slipping slips tumbled tumbling plunged plunging plummet plummets plummeted plummeting sank sunk sinking sinks shrank
    shrunk shrinking shrink shrinks dipped dipping slumped slumping eased easing eases weakened crashed crashing retreated retreating
    contracted contracting contracts depreciated nosedived cratered collapsed receded moderated softened cooled narrowed dived dove lost_ground
    edged_down ticked_down inched_down went_down gone_down going_down goes_down go_down came_down underperformed sagged
    skidded slides dips plunges tumbles shrunk moved_down fell_back`,
  rise: `rise increase increment jump jumps surge surges climb advance rally uptick upturn hike hikes leap
    leaps spike spikes uplift rebound upswing gains appreciation premium bounce pick-up increases lift
    improvement`,
  fall: `fall drop decline decrease reduction plunge slump dip slide tumble downturn slowdown crash collapse
    retreat depreciation cutback cutbacks reductions declines drops falls rate_cut slippage pullback
    discount`,
  gain: `gain gained gaining add adds added adding raise raises raised raising boost boosts boosted boosting lift lifts
    lifted lifting hiked hiking expand expands widen widens put_on tacked_on accelerate upgraded increase_its increasing_its`,
  lose: `lose loses lost losing shed sheds shedding cut cuts cutting reduce reduces reduced reducing lowers
    lowered lowering slash slashed slashes slashing trim trimmed trims trimming narrow pare pared
    surrendered wiped_off downgraded knocked_off shaved shaving`,
  up: 'up higher more_than_a_year_earlier upwards upward',
  down: 'down downward downwards lower_than_a_year_earlier lower',
  doubled:
    'double doubles doubled doubling triple triples tripled tripling trebled quadruple quadrupled quintupled',
  halved: 'halve halves halved halving',
  to: 'to into',
  from: 'from',
  by: 'by',
  than: `compared_with compared_to in_comparison_with in_comparison_to versus vs vs. as_against as_compared_to as_compared_with
    than against relative_to on_top_of up_against set_against v`,
  above: `above_the ahead_of outpacing exceeding_the exceeded_the surpassing_the beating beat beats topped
    topping exceeded surpassed eclipsed eclipsing above_average exceeding_previous well_above far_above`,
  below: `below_the lower_than behind short_of_the missed missing trailing under_the_average below_average
    shy_of_the well_below far_below`,
  norm: `forecast_of forecasts_of expectations expectation estimates consensus analysts'_estimates consensus_estimates estimate_of
    analyst_estimates economists'_forecasts analysts'_expectations market_expectations expected_by average_of target_of
    economists_expected analysts_expected market_consensus predictions projection_of the_average national_average
    the_forecast five-year_average long-term_average historical_average normal consensus_of the_expected the_five-year_average
    median_estimate a_forecast the_consensus the_industry_average previous_record the_record global_record estimated_by`,
  former: `previously formerly initially originally earlier_estimate previous_estimate prior_estimate
    previous_forecast earlier_forecast prior initial original before_the_pandemic pre-pandemic pre-covid
    revised_from the_previous`,
  overYear: `year_on_year year-on-year year_over_year year-over-year yoy y/y y-o-y y-y on_year on-year annual annually annualised annualized
    a_year-on-year year-to-year on_an_annual_basis on_the_year compared_with_a_year_earlier year_to_year`,
  overQuarter: `quarter_on_quarter quarter-on-quarter quarter_over_quarter quarter-over-quarter qoq q/q q-o-q on_quarter
    on-quarter on_the_quarter quarterly`,
  overMonth: `month_on_month month-on-month month_over_month month-over-month mom m/m m-o-m on_month on-month on_the_month monthly`,
  overWeek: `week_on_week week-on-week week_over_week week-over-week wow w/w on_the_week`,
  overDay: 'day_on_day day-on-day on_the_day',
  after: 'after following reversing extending offsetting reversed followed overtaking partially_offsetting',
  equal: `equivalent equivalent_to equal_to the_equivalent_of equating_to in_other_words which_is i.e. that_is
    worth_about about_the_same_as in_today's_money in_today’s_money at_current_prices in_today's_prices
    in_current_dollars in_today's_dollars`,
  or: 'or',
  flow: 'new newly additional fresh overnight daily single-day one-day weekly in_a_day annual',
  cumulative: `so_far to_date till_date in_total cumulative cumulatively altogether running_total since_then
    total_number_of death_toll toll tally total_cases total_deaths overall_total since_the_start
    since_the_beginning since_the_outbreak ever all_told until_now till_now thus_far up_to_now a_total_of
    total_of national_total accumulated total_confirmed total_recoveries in_its_history in_history
    caseload overall_number`,
  level: `currently active outstanding at_present closed_at close_at trading_at traded_at valued_at priced_at
    settled_at closing_at employs employed employ owns owned ended_at opened_at finished_at quoted_at
    account_for accounts_for accounting_for accounted_for missing current existing live home_to presently
    ongoing a_day per_day each_day every_day a_week per_week a_month per_month a_year per_year each_year
    every_year remain remains remaining`,
  part: `including includes included among_them among_which of_whom of_which of_these of_those among_whom comprising comprised
    consisting made_up_of of_that involving`,
  ofThem: 'of_them of_whom of_which of_these of_those of_the of_its of_their of_all',
  forecast: `expected expects expect expecting forecast forecasts forecasted forecasting projected projects
    projecting predicted predicts predict anticipated anticipates anticipate estimates_that likely
    poised_to may might could will would should is_to_be outlook projection guidance anticipating
    predicting seen_at see expectation_of on_track_to on_course_to is_seen due_to_be estimated_to
    believes_it_will looking_to_see foresees foresee`,
  target: `plan plans planned planning aim aims aimed aiming target targets targeted targeting goal goals seek
    seeks seeking intend intends intended pledge pledged pledges pledging promise promised promises
    promising proposed proposes propose proposing agreed_to commit committed commits commitment hope
    hopes hoping ambition to_be_built vow vowed vows budgeted scheduled proposal looking_to
    approved_plans wants want designed_to bid to_invest to_spend to_build to_buy offers offered offering
    is_dedicating dedicating earmarked earmark in_talks considering mulling mulls would_pay to_acquire
    to_sell announced_plans will_invest will_spend will_build will_buy will_sell will_pay will_provide
    will_receive will_open will_create will_launch to_open to_create to_launch`,
  limit: `maximum minimum limit limits limited_to capped_at cap caps threshold at_most up_to_a_maximum ceiling
    must no_more_than not_exceed no_less_than eligible earning_up_to for_those allowed permitted
    not_more_than required requires require if_more_than as_long_as unless only_if restricted_to
    at_a_minimum quota`,
  said: `said says announced announces reported reports told tells stated revealed showed shows published according_to confirmed_that noted
    added_that unveiled released data_showed data_released statement updated report spoke speaking interview briefing press_conference tweeted
    writes wrote declared disclosed posted_on filing presented`,
  asOf: 'as_of as_at as_on by up_to until till through as_of_the',
  since: 'since from_the_start_of since_the',
  end: 'end_of end_of_the the_end year-end end- close_of end the_close_of late',
  about: `more_than over at_least exceeding upwards_of no_less_than no_fewer_than in_excess_of up_to at_most
    as_many_as as_much_as less_than fewer_than under below above about around approximately roughly
    nearly almost some just close_to an_estimated estimated only as_little_as as_low_as as_high_as
    well_over just_over just_under beyond whopping staggering mere record a_record an_average_of average
    of_about by_about an_average averaged seasonally_adjusted further_more just_shy_of sharply slightly
    steeply significantly dramatically modestly marginally substantially even much in_about approx
    approx.`,
  a: 'a an the its their his her this that these our',
  of: 'of',
  per: 'per each every apiece',
  and: 'and',
  clause: 'but while whereas although though meanwhile however whilst and_the as_the which_had',
  flowNoun: `sales revenue revenues turnover output production exports imports profit profits earnings income
    net_income ebitda ebit cash_flow spending expenditure investment deliveries shipments orders arrivals
    visitors passengers births marriages cases transactions approvals registrations starts completions
    rainfall consumption proceeds dividend dividends sold produced shipped delivered spent earned
    generated bought sells invested fined exported imported welcomed attracted carried received awarded
    paid selling producing delivering raised raise raising fine fines box_office ticket_sales volume
    volumes votes applications donations layoffs downloads purchases demand supply harvest crop
    remittances receipts trade turnover tests flights trips tourists arrests casualties incidents
    accidents earthquakes landslides attacks bookings pay wages bonus savings funding_round round
    seed_round financing acquisition deal contract ipo arrested sell buy produce deliver build built
    spend invest charge charged borrowing swabs job_cuts jobs_cut registered registered_in units_in
    spent_on launched booked made cost costs acquired acquire invested trading_volume payments purchased
    collected grossed rain rainfalls precipitation snow`,
  levelNoun: `population assets debt debts reserves stocks inventory inventories price prices rate rates yields
    index unemployment inflation share stake market_cap market_capitalisation market_capitalization
    valuation value balance workforce headcount employees staff subscribers users members followers
    customers stores branches beds ratio temperature temperatures level levels margin margins backlog
    order_book listings fleet deposits holdings liabilities equity reading score pmi cpi confidence brent
    crude gold bitcoin wti futures shares stock dollar euro pound yen sterling exchange_rate traded
    participation_rate vacancy market_value net_worth cash occupancy favourability voters respondents
    supporters adults polled median average_price rent rents ftse nasdaq dow_jones countries households
    clusters centres districts companies destinations warehouses outlets traded_at winds gusts serving
    students schools hospitals teams space leases occupies covers office_space floor_space`,
  attributeNoun: `long tall high wide deep old length height width depth weight distance diameter age capacity area
    tonnage term magnitude horsepower screen camera storage memory jail prison sentence years_old
    metres_long feet_tall away radius thick altitude duration runtime retail_price fee voucher coupon
    wavelength mass resolution refresh_rate display pixels grants grant scheme deposit program programme
    loan policy privacy_policy ticket subsidy rebate tax_break rebates payout incomes margin_of_error
    sampling_error each apiece privacy salary ransom_of starting_at stretch radius yield megapixel`,
  lossNoun: `net_loss loss losses net_losses operating_loss annual_loss pre-tax_loss pretax_loss deficit
    trade_deficit fiscal_deficit net_outflow outflow outflows`,
  word: `made_up makes_up make_up making_up set_up sets_up setting_up give_up gives_up gave_up pick_up sign_up
    signed_up hoover_up soak_up break_down broke_down shut_down closed_down come_up end_up ended_up
    turned_up clean_up cover_up catch_up built_up follow_up step_up stepped_up back_up round_up buy_up
    bought_up as_expected than_expected than_forecast than_estimated as_forecast as_planned target_price
    price_target`,
  at: 'at',
  has: 'has have had having',
  event: `deaths death died killed dead fatalities recovered recoveries discharged recovery infected infections
    infecting confirmed cured vaccinated injured tested displaced affected evacuated destroyed victims
    positive lost_their_lives killing rescued inoculated burned burnt charred`,
  state: `hospitalised hospitalized in_hospital critical intensive_care in_icu ventilators ventilator
    quarantined in_quarantine under_observation in_isolation isolated active_cases severe
    in_critical_condition suspected homeless sheltering seriously_ill`,
  'target lose': 'to_cut will_cut plans_to_cut',
  'target gain': 'to_raise will_raise to_add will_add',
  reached: `reached hit reaching hitting reaches hits stands_at stood_at standing_at is_at was_at were_at are_at
    stand_at sits_at hovering hovered hovers remains_at remain_at remained_at staying_at staying_put_at
    holds_at`,
  more: 'more',
  fewer: 'fewer less',
  'fell to': `fell_below dropped_below dipped_below falls_below fallen_below slipped_below sank_below falling_below
    dropped_under fell_under drop_below fall_below`,
  'rose to': `rose_above rises_above climbed_above jumped_above rise_above rose_past climbed_past topped_out_at
    rising_above`,
  growth: `growth growth_rate expansion annual_growth rate_of_growth pace_of_expansion pace_of_growth
    rate_of_increase`,
  shrinkage: 'contraction shrinkage rate_of_decline',
}
