"""What do organizations and access decide, without asking anybody?"""
