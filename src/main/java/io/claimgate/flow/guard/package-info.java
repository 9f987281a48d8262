/**
 * The guards before the machine's own declarations: what is out of the ordinary waits for a person, as one case with one alert that gives
 * the figures and the mend.
 */
@org.jspecify.annotations.NullMarked
package io.claimgate.flow.guard;
