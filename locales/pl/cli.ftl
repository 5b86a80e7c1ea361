# Komunikaty
