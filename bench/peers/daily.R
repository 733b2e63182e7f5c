# What R's `surveillance` makes of the first of the bench's daily series: test data of the bench's own GLR-NB and improved Farrington.
#   Rscript bench/peers/daily.R DAILY.csv VALUES.csv
# DAILY.csv is written by the bench (`-Dquality=series`): a series a line. VALUES.csv: method,day (from 0),value.
suppressMessages(library(surveillance))
arguments <- commandArgs(trailingOnly = TRUE)
counts <- as.vector(as.matrix(read.csv(arguments[1], header = FALSE))[1, ])
whole <- sts(counts, start = c(1991, 1), frequency = 365)
out <- file(arguments[2], "w")
tell <- function(method, days, values) writeLines(paste(method, days, format(values, digits = 10, trim = TRUE), sep = ","), out)

# GLR-NB for a change of the intercept, mean and dispersion told; it starts anew after each alarm. Of a first day with some twenty times its mean glrnb's
# steps do not converge and it says nought, so that counts are cut off at six.
days <- 0:729
mu0 <- 0.5 * exp(0.4 * cos(2 * pi * days / 365))
for (window in c(7, 28)) {
  glr <- glrnb(sts(pmin(counts, 6), start = c(1991, 1), frequency = 365), control = list(
    range = days + 1, mu0 = mu0, alpha = 0.2, c.ARL = 4, M = window, ret = "value"))
  tell(paste0("glrnb", window), days, as.vector(upperbound(glr)))
}

# Improved Farrington as in peers.R, weeks in days: the chance of as high a count.
days <- 3600:3719
farrington <- suppressWarnings(farringtonFlexible(whole, control = list(
  range = days + 1, b = 5, w = 24, reweight = TRUE, weightsThreshold = 2.58, noPeriods = 10, trend = TRUE,
  pastWeeksNotIncluded = 26 * 7, alpha = 0.01, thresholdMethod = "nbPlugin", limit54 = c(0, 4))))
tell("farringtonFlexible", days, as.vector(farrington@control$pvalue))
close(out)
