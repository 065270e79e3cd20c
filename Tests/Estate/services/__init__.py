"""The services of the estate: a module has `act`, which makes the calls, and `judge`, which reads moto and decides."""
