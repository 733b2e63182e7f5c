# Alarms of the peer detectors of R's `surveillance` on the series of Noufaily et al. 2013 that the bench simulates.
# Run once; the alarms are committed, so that nobody needs R to compare.
#   Rscript bench/peers/peers.R SERIES.csv ALARMS.csv REPLICATES METHOD...
# Improved Farrington takes a second of CPU a series, the others hundredths: they can be given different REPLICATES.
# ALARMS.csv: scenario,k,replicate,method,offsets of the weeks with an alarm from week 576 on.
# SERIES.csv is written by the bench (`-Dquality=series`): scenario,k,replicate,count1,...,count624.
suppressMessages(library(surveillance))
arguments <- commandArgs(trailingOnly = TRUE)
replicates <- as.integer(arguments[3])
wanted <- arguments[-(1:3)]
series <- as.matrix(read.csv(arguments[1], header = FALSE))
series <- series[series[, 3] < replicates, , drop = FALSE]
series <- series[order(series[, 3]), , drop = FALSE]
current <- 576:624
out <- file(arguments[2], "w")
weeks <- function(alarms) paste(which(!is.na(alarms) & alarms) - 1, collapse = " ")
attempt <- function(code) tryCatch(suppressWarnings(code), error = function(e) rep(FALSE, length(current)))

ears <- function(whole, method) as.vector(alarms(earsC(whole, control = list(method = method, range = current))))

# Improved Farrington with the settings of Noufaily et al.: five years back, three weeks, ten seasonal parts, trend always
# tried, past outbreaks down-weighted, alpha 0.01; limit54 off, so that rare counts are judged too.
farrington <- function(whole) as.vector(alarms(farringtonFlexible(whole, control = list(
  range = current, b = 5, w = 3, reweight = TRUE, weightsThreshold = 2.58, noPeriods = 10, trend = TRUE,
  pastWeeksNotIncluded = 26, alpha = 0.01, thresholdMethod = "nbPlugin", limit54 = c(0, 4)))))

# NB-GLR: in-control mean from the five baseline years, with trend and one harmonic; resets after each alarm. The size of the
# change is estimated. NB-CUSUM: the same in-control mean, a change to twice as many that is fixed beforehand (theta = ln 2).
glr <- function(whole, ...) {
  t <- 1:624
  data <- data.frame(y = as.vector(observed(whole)), t = t, s = sin(2 * pi * t / 52), c = cos(2 * pi * t / 52))
  baseline <- data[313:575, ]
  fit <- tryCatch(MASS::glm.nb(y ~ t + s + c, data = baseline),
                  error = function(e) glm(y ~ t + s + c, family = poisson, data = baseline))
  mu0 <- predict(fit, newdata = data[current, ], type = "response")
  size <- if (is.null(fit$theta)) 0 else 1 / fit$theta
  as.vector(alarms(glrnb(whole, control = list(range = current, mu0 = mu0, alpha = size, c.ARL = 5, ret = "value", ...))))
}
cusum <- function(whole) glr(whole, theta = log(2))

methods <- list(
  C1 = function(whole) ears(whole, "C1"), C2 = function(whole) ears(whole, "C2"),
  C3 = function(whole) ears(whole, "C3"), farringtonFlexible = farrington, glrnb = glr, nbcusum = cusum)

for (row in seq_len(nrow(series))) {
  whole <- sts(series[row, -(1:3)], start = c(2001, 1), frequency = 52)
  for (name in wanted) {
    writeLines(paste(series[row, 1], series[row, 2], series[row, 3], name, weeks(attempt(methods[[name]](whole))), sep = ","), out)
  }
  flush(out)
}
close(out)
